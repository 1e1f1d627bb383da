package io.github.corsstarter.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

class SamplePathTests {

	@ParameterizedTest
	@CsvSource({ "/books, /books", "/books/{id}, /books/sample", "/api/**, /api/sample",
			"/f?o/*.html, /fso/sample.html", "books, /books", "/{name:[a-z]+}, /sample" })
	void wildcardsAndVariablesAreFilled(String pattern, String path) {
		assertThat(SamplePath.of(pattern)).isEqualTo(new SamplePath(path, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ids/{id:\\d+}", "/{lang:de|en}/books", "/days/{day:\\d{4}-\\d{2}-\\d{2}}/**",
			"/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}", "/v{version:[12]}/x", "/{name:[A-Z ]{2}}" })
	void expressionOfVariableIsMatched(String pattern) {
		SamplePath sample = SamplePath.of(pattern);
		assertThat(sample.matched()).isTrue();
		assertThat(PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(sample.path())))
			.isTrue();
	}

	@Test
	void patternOfTheOlderSyntaxIsFilledToo() {
		assertThat(SamplePath.of("/api/**/books")).isEqualTo(new SamplePath("/api/sample/books", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/{id:(\\d+)}", "/{id:(?=\\d)[^a-z]{3}\\d{400}}", "/{id:\\d{99999}}" })
	void whatCannotBeMatchedSaysSo(String pattern) {
		assertThat(SamplePath.of(pattern).matched()).isFalse();
	}

}
