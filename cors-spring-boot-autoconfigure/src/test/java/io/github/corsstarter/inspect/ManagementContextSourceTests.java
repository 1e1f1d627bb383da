package io.github.corsstarter.inspect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for CORS configuration in the context of an actuator that has a port of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagementContextSourceTests {

	@Test
	void inlineSourceOfTheActuatorsContextIsAskedAndAnError(CapturedOutput output) {
		try (InspectedApplication application = InspectedApplication.startServlet(Application.class,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=true")) {
			assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains("too late", "wildcard-with-credentials: managementCors");
			assertThat(application.otherSources()).singleElement().satisfies((source) -> {
				assertThat(source.name()).isEqualTo("managementCors");
				assertThat(source.asked()).isTrue();
			});
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Is part of every actuator that has a port of its own where the property says so.
	 */
	@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
	@ConditionalOnProperty("test.management-cors")
	static class ManagementCors {

		@Bean
		CorsFilter managementCors() {
			CorsConfiguration anybody = new CorsConfiguration();
			anybody.setAllowedOriginPatterns(List.of("*"));
			anybody.addAllowedMethod("*");
			anybody.setAllowCredentials(true);
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", anybody);
			return new CorsFilter(source);
		}

	}

}
