package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * {@code http.cors()} of Spring Security in servlet applications.
 */
class SecurityFilterChainInspectorTests {

	private static final String ORIGIN = "https://page.example.com";

	private static final SourceConfiguration CONFIGURATION = new SourceConfiguration(List.of(ORIGIN), null,
			List.of("GET"), null, null, null, null);

	@Test
	void chainOfSourceBeanIsReadBecauseItAnswersAsTheBeanDoes() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(ChainOfBean.class)) {
			assertThat(application.sourcesWithoutTurns()).containsExactlyInAnyOrder(
					CorsSource.code(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "corsConfigurationSource",
							List.of("/**"), CONFIGURATION),
					CorsSource.code(CorsSource.Kind.SECURITY_FILTER_CHAIN, "apiChain", List.of("/**"), CONFIGURATION));
			assertThat(application.effects()).contains("apiChain partly-shadowed base");
			assertThat(application.preflight("/open", ORIGIN, "GET")).isEqualTo(ORIGIN);
			assertThat(application.get("/open", ORIGIN)).isEqualTo(ORIGIN);
			assertThat(application.preflight("/governed/open", ORIGIN, "GET")).isNull();
			assertThat(application.get("/governed/open", ORIGIN)).isNull();
		}
	}

	@Test
	void chainOfItsOwnSourceIsAsked() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(ChainOfItsOwn.class)) {
			assertThat(application.sourcesWithoutTurns())
				.containsExactly(CorsSource.code(CorsSource.Kind.SECURITY_FILTER_CHAIN, "apiChain", List.of("/**"),
						new SourceContent.Asked(List.of())));
			assertThat(application.get("/open", ORIGIN)).isEqualTo(ORIGIN);
		}
	}

	@Test
	void chainThatAsksSpringMvcOrThePoliciesHasNothingOfItsOwn() {
		try (InspectedApplication application = InspectedApplication.startServlet(DelegatingChains.class)) {
			assertThat(application.sources()).isEmpty();
		}
	}

	@Test
	void chainBeforeThePolicyFilterCannotBeShadowed() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(RegisteredChain.class,
				"cors.filter.order=0")) {
			assertThat(application.sources()).extracting(CorsSource::name, CorsSource::isAsked)
				.containsExactly(tuple("apiChain", true));
			assertThat(application.effects()).containsExactly("apiChain ahead");
			assertThat(application.preflight("/governed/open", ORIGIN, "GET")).isEqualTo(ORIGIN);
		}
	}

	private static CorsConfigurationSource source() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGIN));
		configuration.setAllowedMethods(List.of("GET"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", configuration);
		return source;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	@RestController
	static class Pages {

		@GetMapping({ "/open", "/governed/open" })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChainOfBean extends Pages {

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

	@Configuration(proxyBeanMethods = false)
	static class ChainOfItsOwn extends Pages {

		@Bean
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.configurationSource(source()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredChain extends ChainOfItsOwn {

		@Bean
		DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"springSecurityFilterChain");
			registration.setOrder(-100);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DelegatingChains extends Pages {

		@Bean
		SecurityFilterChain chainOfMvc(HttpSecurity http) {
			return http.securityMatcher("/open").cors(Customizer.withDefaults()).build();
		}

		@Bean
		SecurityFilterChain chainOfPolicies(HttpSecurity http,
				@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource policies) {
			return http.cors((cors) -> cors.configurationSource(policies)).build();
		}

	}

}
