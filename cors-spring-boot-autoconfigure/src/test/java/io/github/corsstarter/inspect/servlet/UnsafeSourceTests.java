package io.github.corsstarter.inspect.servlet;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is unsafe, wherever a servlet application configures it, stops a production start
 * and is only reported elsewhere.
 */
class UnsafeSourceTests {

	private static final String LOCALHOST = "http://localhost:3000";

	private static Stream<Arguments> applications() {
		return Stream.of(
				Arguments.of(Annotated.class, "wildcard-with-credentials", "*", Annotated.class.getName() + "#page()"),
				Arguments.of(Mapped.class, "localhost-origin", LOCALHOST, "bean 'unsafeSourceTests.Mapped'"),
				Arguments.of(Source.class, "localhost-origin", LOCALHOST, "bean 'mySource'"),
				Arguments.of(Filter.class, "localhost-origin", LOCALHOST, "bean 'corsFilter'"),
				Arguments.of(Chain.class, "localhost-origin", LOCALHOST, "bean 'corsConfigurationSource'"));
	}

	@ParameterizedTest
	@MethodSource("applications")
	void stopsProductionAndNothingElse(Class<?> type, String rule, String value, String place) throws Exception {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining(rule + ": " + value)
			.withMessageContaining("at " + place);
		try (InspectedApplication application = InspectedApplication.startServlet(type, "spring.profiles.active=dev")) {
			String severity = rule.equals("localhost-origin") ? "info" : "warn";
			assertThat(application.violations()).contains("%s %s %s at %s".formatted(rule, severity, value, place));
		}
	}

	@Test
	void reportIsAsDocumented() {
		String method = Annotated.class.getName() + "#page()";
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(Annotated.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOfSatisfying(UnsafeCorsPolicyException.class, (unsafe) -> {
				FailureText text = new FailureText(unsafe.report());
				String shown = text.description() + " " + text.action() + " ";
				assertThat(shown.replace(method, "com.acme.shop.BookController#feed()").replaceAll("\\s+", " "))
					.contains(new Page("docs/other-cors-configuration.md").examples("text")
						.get(0)
						.text()
						.replaceAll("\\s+", " ")
						.split("Action:"));
			});
	}

	private static CorsConfigurationSource source() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(LOCALHOST));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", configuration);
		return source;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Annotated {

		@GetMapping("/open")
		@CrossOrigin(originPatterns = "*", allowCredentials = "true")
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Mapped implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/open/**").allowedOrigins(LOCALHOST);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Source {

		@Bean
		CorsConfigurationSource mySource() {
			return source();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Filter extends Source {

		@Bean
		CorsFilter corsFilter(CorsConfigurationSource mySource) {
			return new CorsFilter(mySource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class Chain {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			return source();
		}

		@Bean
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors(Customizer.withDefaults())
				.build();
		}

	}

}
