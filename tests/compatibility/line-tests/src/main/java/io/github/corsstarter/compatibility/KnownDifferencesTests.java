package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Tomcat and Spring MVC do otherwise on Spring Boot 3.5, around the starter: all
 * that {@code docs/compatibility.md} names, and how it is on each line.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KnownDifferencesTests {

	private static final boolean OLDEST = "3.5".equals(System.getProperty("boot.line"));

	private static final List<String> SET_AHEAD_AND_REMOVED = OLDEST ? List.of("") : List.of();

	private static final String ORIGIN = "https://app.example.com";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.SERVLET)
		.properties("spring.config.name=none", "server.port=0", "cors.paths=/own/**", "cors.allowed-origins=" + ORIGIN,
				"cors.policies.open.paths=/open/**", "cors.policies.open.allowed-origins=*")
		.run();

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void headerSetAheadOfTheFilterIsRemovedOrEmpty() throws Exception {
		HttpResponse<Void> response = send("GET", "/own/x", "Origin", ORIGIN);
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).isEqualTo(SET_AHEAD_AND_REMOVED);
	}

	@Test
	void rejectionIsFreeOfHeadersSetAheadOfTheFilterOrTheyAreEmpty() throws Exception {
		HttpResponse<Void> response = send("GET", "/own/x", "Origin", "https://other.example.com");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).isEqualTo(SET_AHEAD_AND_REMOVED);
	}

	@Test
	void responseWithoutFileVariesByWhatSpringMvcAdds() throws Exception {
		HttpResponse<Void> response = send("GET", "/open/x", "Origin", ORIGIN);
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
		assertThat(response.headers().allValues("Vary")).isEqualTo(OLDEST
				? List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers") : List.of());
	}

	@Test
	void preflightThatNobodyGovernsIsAnsweredBySpringMvc() throws Exception {
		HttpResponse<Void> response = send("OPTIONS", "/elsewhere", "Origin", ORIGIN, "Access-Control-Request-Method",
				"GET");
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
		assertThat(response.statusCode()).isEqualTo(OLDEST ? 403 : 200);
	}

	private HttpResponse<Void> send(String method, String path, String... headers)
			throws IOException, InterruptedException {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		URI uri = URI.create("http://localhost:" + port + path);
		return CLIENT.send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).headers(headers).build(),
				BodyHandlers.discarding());
	}

	/**
	 * An application with a filter that sets a header before anybody else.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		FilterRegistrationBean<Filter> ahead() {
			FilterRegistrationBean<Filter> ahead = new FilterRegistrationBean<>((request, response, chain) -> {
				((HttpServletResponse) response).setHeader("Access-Control-Expose-Headers", "X-Ahead");
				chain.doFilter(request, response);
			});
			ahead.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return ahead;
		}

	}

}
