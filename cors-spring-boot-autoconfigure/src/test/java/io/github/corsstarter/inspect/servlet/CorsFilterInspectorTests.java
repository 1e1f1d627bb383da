package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.source.Standing;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link CorsFilter} and {@link CorsConfigurationSource} in servlet applications.
 */
class CorsFilterInspectorTests {

	private static final String ORIGIN = "https://page.example.com";

	private static final SourceConfiguration CONFIGURATION = new SourceConfiguration(List.of(ORIGIN), null,
			List.of("GET", "PUT"), List.of("X-Trace"), List.of("X-Total"), true, 60L);

	private static final SourceContent SAFE = new SourceContent.Asked(List.of());

	@Test
	void filterOfSourceBeanIsReadBecauseItAnswersAsTheBeanDoes() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(FilterOfBean.class)) {
			assertThat(application.sourcesWithoutTurns()).containsExactlyInAnyOrder(
					source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "mySource", "/**", CONFIGURATION),
					source(CorsSource.Kind.CORS_FILTER, "corsFilter", "/**", CONFIGURATION));
			assertThat(application.effects()).containsExactlyInAnyOrder("mySource partly-shadowed base",
					"corsFilter partly-shadowed base");
			assertThat(application.preflight("/open", ORIGIN, "PUT")).isEqualTo(ORIGIN);
			assertThat(application.preflight("/governed/open", ORIGIN, "PUT")).isNull();
		}
	}

	@Test
	void filterOfSourceThatIsNoBeanIsAsked() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(FilterOfItsOwn.class)) {
			assertThat(application.sourcesWithoutTurns()).containsExactlyInAnyOrder(
					source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "mySource", "/**", CONFIGURATION),
					source(CorsSource.Kind.CORS_FILTER, "corsFilter", "/open", SAFE));
			assertThat(application.effects()).contains("corsFilter active");
			assertThat(application.preflight("/open", "https://other.example.com", "GET"))
				.isEqualTo("https://other.example.com");
		}
	}

	@Test
	void filterThatAllowsMoreThanTheSourceItResemblesIsAsked() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(FilterThatResembles.class)) {
			assertThat(application.sources()).filteredOn((source) -> source.name().equals("corsFilter"))
				.singleElement()
				.satisfies((source) -> assertThat(source.isAsked()).isTrue());
			assertThat(application.preflight("/open", "http://localhost:3000", "GET"))
				.isEqualTo("http://localhost:3000");
		}
	}

	@Test
	void registrationBeforeThePolicyFilterCannotBeShadowed() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(EarlyRegistration.class)) {
			assertThat(application.sources()).singleElement().satisfies((source) -> {
				assertThat(source.paths()).containsExactly("/governed/**");
				assertThat(source.content()).isEqualTo(SAFE);
				assertThat(source.standing()).isInstanceOf(Standing.Ahead.class);
			});
			assertThat(application.effects()).containsExactly("registration ahead");
			assertThat(application.preflight("/governed/open", ORIGIN, "PUT")).isEqualTo(ORIGIN);
		}
	}

	@Test
	void sourceOfFilterBeforeThePolicyFilterCannotBeShadowedEither() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(EarlyRegistrationOfBean.class)) {
			assertThat(application.effects()).containsExactlyInAnyOrder("mySource ahead", "registration ahead");
			assertThat(application.preflight("/governed/open", ORIGIN, "PUT")).isEqualTo(ORIGIN);
		}
	}

	@Test
	void registrationBehindThePolicyFilterCanBeShadowed() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(LateRegistration.class)) {
			assertThat(application.sourcesWithoutTurns())
				.containsExactly(source(CorsSource.Kind.CORS_FILTER, "registration", "/governed/**", SAFE));
			assertThat(application.preflight("/governed/open", ORIGIN, "PUT")).isNull();
		}
	}

	@Test
	void disabledRegistrationIsNone() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(DisabledRegistration.class)) {
			assertThat(application.sources()).isEmpty();
			assertThat(application.preflight("/open", ORIGIN, "GET")).isNull();
		}
	}

	@Test
	void sourceThatLooksAtNoRequestIsRead() {
		try (InspectedApplication application = InspectedApplication.startServlet(ConstantSource.class)) {
			assertThat(application.sourcesWithoutTurns())
				.containsExactly(source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "constant", "/**", CONFIGURATION));
		}
	}

	@Test
	void sourceThatLooksAtTheRequestIsAsked() {
		try (InspectedApplication application = InspectedApplication.startServlet(CodedSource.class)) {
			assertThat(application.sourcesWithoutTurns())
				.containsExactly(source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "coded", "/**", SAFE));
		}
	}

	@Test
	void eachPatternOfSourceIsNamed() {
		try (InspectedApplication application = InspectedApplication.startServlet(TwoPatterns.class,
				"spring.mvc.servlet.path=/mvc")) {
			assertThat(application.sourcesWithoutTurns()).containsExactly(
					source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "patterns", "/**", CONFIGURATION),
					source(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "patterns", "/mvc/api/**",
							new SourceConfiguration(List.of("https://api.example.com"), null, null, null, null, null,
									null)));
		}
	}

	private static CorsSource source(CorsSource.Kind kind, String name, String path,
			SourceConfiguration configuration) {
		return source(kind, name, path, new SourceContent.Read(configuration));
	}

	private static CorsSource source(CorsSource.Kind kind, String name, String path, SourceContent content) {
		return CorsSource.code(kind, name, List.of(path), content);
	}

	private static UrlBasedCorsConfigurationSource mappings(String pattern, CorsConfiguration configuration) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(pattern, configuration);
		return source;
	}

	private static CorsConfiguration configuration(String... origins) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(origins));
		configuration.setAllowedMethods(List.of("GET", "PUT"));
		configuration.setAllowedHeaders(List.of("X-Trace"));
		configuration.setExposedHeaders(List.of("X-Total"));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(60L);
		return configuration;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping({ "/open", "/governed/open" })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterOfBean extends Pages {

		@Bean
		CorsConfigurationSource mySource() {
			return mappings("/**", configuration(ORIGIN));
		}

		@Bean
		CorsFilter corsFilter(CorsConfigurationSource mySource) {
			return new CorsFilter(mySource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterThatResembles extends Pages {

		@Bean
		CorsConfigurationSource mySource() {
			return mappings("/**", configuration(ORIGIN));
		}

		@Bean
		CorsFilter corsFilter() {
			UrlBasedCorsConfigurationSource source = mappings("/open", configuration(ORIGIN, "http://localhost:3000"));
			source.registerCorsConfiguration("/**", configuration(ORIGIN));
			return new CorsFilter(source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterOfItsOwn extends Pages {

		@Bean
		CorsConfigurationSource mySource() {
			return mappings("/**", configuration(ORIGIN));
		}

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter(mappings("/open", configuration("https://other.example.com")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyRegistration extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter((request) -> configuration(ORIGIN)));
			registration.addUrlPatterns("/governed/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyRegistrationOfBean extends Pages {

		@Bean
		CorsConfigurationSource mySource() {
			return mappings("/**", configuration(ORIGIN));
		}

		@Bean
		FilterRegistrationBean<CorsFilter> registration(CorsConfigurationSource mySource) {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(mySource));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateRegistration extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter((request) -> configuration(ORIGIN)));
			registration.addUrlPatterns("/governed/*");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DisabledRegistration extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter((request) -> configuration(ORIGIN));
		}

		@Bean
		FilterRegistrationBean<CorsFilter> registration(CorsFilter corsFilter) {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(corsFilter);
			registration.setEnabled(false);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConstantSource extends Pages {

		@Bean
		CorsConfigurationSource constant() {
			return (request) -> configuration(ORIGIN);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CodedSource extends Pages {

		@Bean
		CorsConfigurationSource coded() {
			return (request) -> configuration("https://" + request.getServerName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoPatterns extends Pages {

		@Bean
		CorsConfigurationSource patterns() {
			CorsConfiguration api = new CorsConfiguration();
			api.setAllowedOrigins(List.of("https://api.example.com"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/api/**", api);
			source.registerCorsConfiguration("/**", configuration(ORIGIN));
			return source;
		}

	}

}
