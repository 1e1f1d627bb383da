package io.github.corsstarter.validation.report;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceLocation}.
 */
class SourceLocationTests {

	@ParameterizedTest
	@CsvSource({ "class path resource [application.yml] - 6:9, application.yml",
			"file [config/application-prod.properties] - 3:1, application-prod.properties",
			"class path resource [config/a.yaml] from app.jar - 6:9, a.yaml", "file [C:\\conf\\a.yml] - 1:1, a.yml",
			"URL [file:application.yml] - 2:46, application.yml" })
	void knowsTheFile(String location, String file) {
		assertThat(new SourceLocation(location).fileName()).isEqualTo(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "System Environment Property \"CORS_PATHS\"",
			"\"cors.paths\" from property source \"commandLineArgs\"" })
	void knowsWhatIsNoFile(String location) {
		assertThat(new SourceLocation(location).fileName()).isNull();
	}

	@Test
	void knowsWhichFilesAreShared() {
		assertThat(new SourceLocation("file [a-prod.yml]").isSharedFile(List.of("prod"))).isFalse();
		assertThat(new SourceLocation("file [my-app.yml]").isSharedFile(List.of("prod"))).isTrue();
		assertThat(new SourceLocation(null).isSharedFile(List.of("prod"))).isFalse();
	}

	@Test
	void knowsTheFileOfAProfile() {
		assertThat(new SourceLocation("file [x/application.yaml] - 1:1").fileOf("live"))
			.isEqualTo("application-live.yaml");
	}

}
