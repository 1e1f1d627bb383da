package io.github.corsstarter.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies beside Spring Security, on a real port of each stack. What is governed is
 * decided before security, and everything else as if the starter were not there.
 */
class SpringSecurityTests {

	private static Stream<Class<?>> applications() {
		return Stream.of(ServletApplication.class, ReactiveApplication.class);
	}

	@ParameterizedTest
	@MethodSource("applications")
	void governedPathIsDecidedBeforeSecurity(Class<?> type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			HttpResponse<String> preflight = preflight(application, "/api/secret", "https://app.example.com");
			assertThat(preflight.statusCode()).isEqualTo(200);
			assertThat(allowedOrigins(preflight)).containsExactly("https://app.example.com");
			HttpResponse<String> denied = send(application, HttpRequest.newBuilder(), "/api/secret",
					"https://app.example.com");
			assertThat(denied.statusCode()).isBetween(401, 403);
			assertThat(allowedOrigins(denied)).containsExactly("https://app.example.com");
		}
	}

	@ParameterizedTest
	@MethodSource("applications")
	void annotationOnPathThatNoPolicyGovernsGoesOnWorking(Class<?> type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			HttpResponse<String> preflight = preflight(application, "/annotated", "https://annotated.example.com");
			assertThat(preflight.statusCode()).isEqualTo(200);
			assertThat(allowedOrigins(preflight)).containsExactly("https://annotated.example.com");
			HttpResponse<String> actual = send(application, HttpRequest.newBuilder(), "/annotated",
					"https://annotated.example.com");
			assertThat(actual.statusCode()).isEqualTo(200);
			assertThat(allowedOrigins(actual)).containsExactly("https://annotated.example.com");
		}
	}

	@ParameterizedTest
	@MethodSource("applications")
	void applicationsOwnSourceGoesOnWorking(Class<?> type) throws Exception {
		Class<?> source = (type == ServletApplication.class) ? ServletSource.class : ReactiveSource.class;
		try (ConfigurableApplicationContext application = start(type, source)) {
			HttpResponse<String> preflight = preflight(application, "/own", "https://own.example.com");
			assertThat(preflight.statusCode()).isEqualTo(200);
			assertThat(allowedOrigins(preflight)).containsExactly("https://own.example.com");
		}
	}

	private static List<String> allowedOrigins(HttpResponse<String> response) {
		return response.headers().allValues("Access-Control-Allow-Origin");
	}

	private static HttpResponse<String> preflight(ConfigurableApplicationContext application, String path,
			String origin) throws Exception {
		return send(application,
				HttpRequest.newBuilder()
					.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
					.header("Access-Control-Request-Method", "GET"),
				path, origin);
	}

	private static HttpResponse<String> send(ConfigurableApplicationContext application, HttpRequest.Builder request,
			String path, String origin) throws Exception {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(request.uri(URI.create("http://localhost:" + port + path)).header("Origin", origin).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext start(Class<?>... sources) {
		return new SpringApplicationBuilder(sources)
			.web((sources[0] == ServletApplication.class) ? WebApplicationType.SERVLET : WebApplicationType.REACTIVE)
			.bannerMode(Banner.Mode.OFF)
			.run("--server.port=0", "--cors.paths=/api/**", "--cors.allowed-origins=https://app.example.com");
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of("https://own.example.com"));
		configuration.setAllowedMethods(List.of("GET"));
		return configuration;
	}

	@RestController
	static class Endpoints {

		@GetMapping("/annotated")
		@CrossOrigin("https://annotated.example.com")
		String annotated() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class ServletApplication extends Endpoints {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/api/**").denyAll().anyRequest().permitAll())
				.cors(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebFluxSecurity
	static class ReactiveApplication extends Endpoints {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.authorizeExchange((requests) -> requests.pathMatchers("/api/**").denyAll().anyExchange().permitAll())
				.cors(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSource {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration());
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSource {

		@Bean
		org.springframework.web.cors.reactive.CorsConfigurationSource ownSource() {
			return (exchange) -> configuration();
		}

	}

}
