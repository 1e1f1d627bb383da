package io.github.corsstarter.deployment;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What somebody reads who adds the starter to an application as it is, and writes nothing
 * below {@code cors}: the two shapes of CORS configuration that samples have most.
 */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

	private static final String CLINIC = FirstStartTests.class.getName() + "$";

	@Test
	void annotationOnEachControllerIsOneLineForEachInProduction(CapturedOutput output) {
		try (Deployment deployment = clinic().property("spring.profiles.active", "prod").start()) {
			assertThat(lines(output, "WARN")).hasSize(3)
				.allSatisfy((line) -> assertThat(line).contains("wildcard-origin: * at " + CLINIC,
						"@CrossOrigin(origins = ...) on " + CLINIC));
			assertThat(lines(output, "INFO")).containsExactly("CORS: no policy governs any path");
			assertThat(deployment.send("GET /clinic/api/owners", "Origin: https://page.example")
				.header("Access-Control-Allow-Origin")).containsExactly("*");
		}
	}

	@Test
	void annotationOnEachControllerIsNoWordInDevelopment(CapturedOutput output) {
		try (Deployment deployment = clinic().start()) {
			assertThat(lines(output, "WARN")).isEmpty();
			assertThat(deployment.send("GET /clinic/api/owners/7", "Origin: https://page.example")
				.header("Access-Control-Expose-Headers")).containsExactly("errors, content-type");
		}
	}

	@Test
	void policyInPlaceOfTheAnnotationsSaysThatTheyCanGo(CapturedOutput output) {
		try (Deployment deployment = clinic().property("cors.paths", "/clinic/api/**")
			.property("cors.allowed-origins", "https://clinic.example")
			.start()) {
			assertThat(deployment.send("GET /clinic/api/owners", "Origin: https://clinic.example").status())
				.isEqualTo(200);
			assertThat(lines(output, "context-path")).singleElement()
				.asString()
				.contains("cors.paths[0] = /clinic/api/**", "Write /api/** in cors.paths");
			assertThat(lines(output, "policy-overlap: *")).hasSize(3);
		}
		try (Deployment deployment = clinic().property("cors.paths", "/api/**")
			.property("cors.allowed-origins", "https://clinic.example")
			.start()) {
			assertThat(lines(output, "shadowed-cors")).hasSize(3);
			assertThat(deployment.send("GET /clinic/api/owners", "Origin: https://clinic.example")
				.header("Access-Control-Allow-Origin")).containsExactly("https://clinic.example");
		}
	}

	@Test
	void sourceInTheSecurityChainIsToldByTheBeanOfTheChain() {
		assertThatException().isThrownBy(() -> tokens().property("spring.profiles.active", "prod").start().close())
			.havingRootCause()
			.isInstanceOfSatisfying(UnsafeCorsPolicyException.class, (unsafe) -> {
				FailureText text = new FailureText(unsafe.report());
				assertThat(text.description().replaceAll("\\s+", " ")).contains(
						"1 problem: 1. localhost-origin: securityFilterChain at bean 'securityFilterChain' "
								+ "A preflight that nobody sent, for / ",
						"from http://localhost:3000, was answered with 200, "
								+ "Access-Control-Allow-Origin: http://localhost:3000, "
								+ "Access-Control-Allow-Credentials: true.",
						"Any page served from a visitor's own machine could read this API.");
				assertThat(text.action().replaceAll("\\s+", " "))
					.contains("Let http.cors() in bean 'securityFilterChain' not allow http://localhost:3000.");
			});
	}

	@Test
	void sourceInTheSecurityChainIsOneLineInDevelopment(CapturedOutput output) {
		try (Deployment deployment = tokens().start()) {
			assertThat(lines(output, "WARN")).isEmpty();
			assertThat(lines(output, "would stop the start")).singleElement()
				.asString()
				.contains("localhost-origin: securityFilterChain at bean 'securityFilterChain'");
			assertThat(deployment.send("GET /auth/signin", "Origin: http://localhost:4200")
				.header("Access-Control-Allow-Origin")).containsExactly("http://localhost:4200");
		}
	}

	private static List<String> lines(CapturedOutput output, String text) {
		return output.getOut()
			.lines()
			.filter((line) -> line.contains(text) && line.contains("CorsAutoConfiguration"))
			.map((line) -> line.replaceFirst(".* [:-] ", text.equals("INFO") ? "" : "$0"))
			.toList();
	}

	private static Deployment.Builder clinic() {
		return Deployment.on(Server.MVC_TOMCAT)
			.application(Clinic.class)
			.property("server.servlet.context-path", "/clinic");
	}

	private static Deployment.Builder tokens() {
		return Deployment.on(Server.MVC_TOMCAT).with(Feature.SECURITY).application(Tokens.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Owners.class, Pets.class, Vets.class })
	static class Clinic {

	}

	@RestController
	@CrossOrigin(exposedHeaders = "errors, content-type")
	@RequestMapping("/api/owners")
	static class Owners {

		@GetMapping
		List<String> list() {
			return List.of();
		}

		@GetMapping("/{id}")
		Map<String, String> one(@PathVariable String id) {
			return Map.of("id", id);
		}

		@PostMapping
		void add() {
		}

		@PutMapping("/{id}")
		void change(@PathVariable String id) {
		}

		@DeleteMapping("/{id}")
		void remove(@PathVariable String id) {
		}

	}

	@RestController
	@CrossOrigin(exposedHeaders = "errors, content-type")
	@RequestMapping("/api/pets")
	static class Pets {

		@GetMapping
		List<String> list() {
			return List.of();
		}

		@PostMapping
		void add() {
		}

	}

	@RestController
	@CrossOrigin(exposedHeaders = "errors, content-type")
	@RequestMapping("/api/vets")
	static class Vets {

		@GetMapping
		List<String> list() {
			return List.of();
		}

		@DeleteMapping("/{id}")
		void remove(@PathVariable String id) {
		}

	}

	@RestController
	@Configuration(proxyBeanMethods = false)
	static class Tokens {

		@GetMapping("/auth/signin")
		String signIn() {
			return "token";
		}

		@GetMapping("/api/orders")
		List<String> orders() {
			return List.of();
		}

		@Bean
		SecurityFilterChain securityFilterChain(HttpSecurity http) {
			return http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET, "/auth/**")
					.permitAll()
					.anyRequest()
					.authenticated())
				.csrf((csrf) -> csrf.disable())
				.cors((cors) -> cors.configurationSource(new CorsConfigurationSource() {

					@Override
					public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
						CorsConfiguration configuration = new CorsConfiguration();
						configuration.setAllowedOrigins(List.of("http://localhost:3000", "http://localhost:4200"));
						configuration.setAllowedMethods(List.of("*"));
						configuration.setAllowCredentials(true);
						configuration.setAllowedHeaders(List.of("*"));
						configuration.setExposedHeaders(List.of("Authorization"));
						configuration.setMaxAge(3600L);
						return configuration;
					}

				}))
				.build();
		}

	}

}
