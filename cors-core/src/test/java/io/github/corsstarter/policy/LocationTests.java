package io.github.corsstarter.policy;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.Location.Bean;
import io.github.corsstarter.policy.Location.CommandLineArgument;
import io.github.corsstarter.policy.Location.ConfigFile;
import io.github.corsstarter.policy.Location.ConfigTreeFile;
import io.github.corsstarter.policy.Location.Declaration;
import io.github.corsstarter.policy.Location.DefaultProperties;
import io.github.corsstarter.policy.Location.EnvironmentVariable;
import io.github.corsstarter.policy.Location.InlineJson;
import io.github.corsstarter.policy.Location.NamedPropertySource;
import io.github.corsstarter.policy.Location.Position;
import io.github.corsstarter.policy.Location.PropertySourceFile;
import io.github.corsstarter.policy.Location.SystemProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Location}.
 */
class LocationTests {

	private static final String RESOURCE = "class path resource [application.yml]";

	static Stream<Arguments> texts() {
		return Stream.of(Arguments.of(file(new Position(6, 9)), RESOURCE + " - 6:9", "at ", "key in application.yml"),
				Arguments.of(file(null), RESOURCE, "at ", "key in application.yml"),
				Arguments.of(file(new Position(6, 9), "prod"), RESOURCE + " - 6:9 (document of profile 'prod')", "at ",
						"key in application.yml (6:9)"),
				Arguments.of(file(new Position(6, 9), "prod", "live"),
						RESOURCE + " - 6:9 (document of profiles 'prod', 'live')", "at ",
						"key in application.yml (6:9)"),
				Arguments.of(
						new PropertySourceFile("class path resource [web.properties]", "web.properties", null, true),
						"class path resource [web.properties] (@PropertySource)", "at ", "key in web.properties"),
				Arguments.of(new ConfigTreeFile("/etc/cors/allowed-origins"),
						"configuration tree file [/etc/cors/allowed-origins]", "at ",
						"the configuration tree file [/etc/cors/allowed-origins]"),
				Arguments.of(new EnvironmentVariable("CORS_PATHS"), "environment variable CORS_PATHS", "in ",
						"the environment variable CORS_PATHS"),
				Arguments.of(new SystemProperty("cors.paths"), "system property cors.paths", "in ",
						"the system property cors.paths"),
				Arguments.of(new CommandLineArgument("cors.paths[0]"), "command line argument --cors.paths[0]", "in ",
						"the command line argument --cors.paths[0]"),
				Arguments.of(new InlineJson(new EnvironmentVariable("SPRING_APPLICATION_JSON")),
						"JSON in environment variable SPRING_APPLICATION_JSON", "in ",
						"key in the JSON in environment variable SPRING_APPLICATION_JSON"),
				Arguments.of(new DefaultProperties(), "default properties", "in ", "key"),
				Arguments.of(new NamedPropertySource("vault"), "property source 'vault'", "at ", "key"),
				Arguments.of(new Bean("corsFilter"), "bean 'corsFilter'", "at ", "key"),
				Arguments.of(new Declaration("com.acme.UserController#list()"), "com.acme.UserController#list()", "at ",
						"key"));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isNamedTheSameEverywhere(Location location, String text, String preposition, String place) {
		assertThat(location).hasToString(text);
		assertThat(location.phrase()).isEqualTo(preposition + text);
		assertThat(location.placeOf("key")).isEqualTo(place);
	}

	@Test
	void textIsSafeToPrint() {
		assertThat(new Bean("a\n\u202Eb")).hasToString("bean 'a\\u000a\\u202eb'");
	}

	@Test
	void sharedFileIsReadWhateverProfilesAreActive() {
		assertThat(file(new Position(1, 1)).isShared(List.of("prod"))).isTrue();
		assertThat(file(new Position(1, 1), "prod").isShared(List.of("prod"))).isFalse();
		assertThat(new ConfigFile("file [a-prod.yml]", "a-prod.yml", null, List.of()).isShared(List.of("prod")))
			.isFalse();
		assertThat(new ConfigFile("Vault", null, null, List.of()).isShared(List.of("prod"))).isFalse();
	}

	@Test
	void fileOfProfileHasTheNameOfTheProfileAtItsEnd() {
		assertThat(file(new Position(1, 1)).nameFor("live")).isEqualTo("application-live.yml");
		assertThat(new ConfigFile("file [/etc/myconfig]", "myconfig", null, List.of()).nameFor("live"))
			.isEqualTo("myconfig-live");
	}

	private static ConfigFile file(@Nullable Position position, String... profiles) {
		return new ConfigFile(RESOURCE, "application.yml", position, List.of(profiles));
	}

}
