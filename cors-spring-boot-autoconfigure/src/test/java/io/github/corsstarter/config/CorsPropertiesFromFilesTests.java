package io.github.corsstarter.config;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesReader} with files.
 */
class CorsPropertiesFromFilesTests {

	private Environment load(String... profiles) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Empty.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.profiles(profiles)
			.properties("spring.config.location=classpath:/binding/")
			.run()) {
			return context.getEnvironment();
		}
	}

	@Test
	void valueIsLocatedByFileAndLine() {
		CorsPolicyDefinition base = ReadProperties.read(load()).policies().base();
		assertThat(ReadProperties.locations(base.allowedOrigins())).containsExactly(
				"class path resource [binding/application.yml] - 3:7",
				"class path resource [binding/application.yml] - 4:7");
		assertThat(base.maxAge()).isEqualTo(ConfiguredValue.of(Duration.ofDays(7), "7d", Place.ofKey("cors.max-age"),
				new Location.ConfigFile("class path resource [binding/application.yml]", "application.yml",
						new Location.Position(5, 12), List.of())));
	}

	@Test
	void profileReplacesListsAndMergesPolicies() {
		ValidationInput input = ReadProperties.read(load("prod"));
		assertThat(ReadProperties.texts(input.policies().base().allowedOrigins()))
			.containsExactly("https://www.example.com");
		assertThat(ReadProperties.locations(input.policies().base().allowedOrigins()))
			.containsExactly("class path resource [binding/application-prod.yml] - 3:7");
		assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name).containsExactly("admin", "open");
		CorsPolicyDefinition admin = ReadProperties.policy(input, "admin");
		assertThat(admin.preflightStatus()).isNotNull();
		assertThat(admin.preflightStatus().location())
			.hasToString("class path resource [binding/application-prod.yml] - 6:25");
		assertThat(admin.allowCredentials()).isNotNull();
		assertThat(admin.allowCredentials().location())
			.hasToString("class path resource [binding/application.yml] - 9:26");
		assertThat(ReadProperties.policy(input, "open").enabled()).isFalse();
		assertThat(input.deployment().production()).isTrue();
		assertThat(input.deployment().activeProfiles()).containsExactly("prod");
	}

	@Test
	void propertiesFileIsRead() {
		CorsPolicyDefinition base = ReadProperties.read(load("legacy")).policies().base();
		assertThat(ReadProperties.texts(base.allowedOriginRegexes()))
			.containsExactly("https://pr-\\d{1,5}\\.preview\\.example\\.com");
		assertThat(ReadProperties.locations(base.allowedOriginRegexes()))
			.containsExactly("class path resource [binding/application-legacy.properties] - 2:32");
		assertThat(ReadProperties.texts(base.allowedHeaders())).containsExactly("X-One", "X-Two");
	}

	static class Empty {

	}

}
