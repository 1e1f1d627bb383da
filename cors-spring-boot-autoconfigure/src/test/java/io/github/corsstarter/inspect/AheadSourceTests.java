package io.github.corsstarter.inspect;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A filter ahead of the policies decides, and everything says so.
 */
@ExtendWith(OutputCaptureExtension.class)
class AheadSourceTests {

	private static final String OLD = "https://old.example.com";

	private static final String POLICY = InspectedApplication.POLICY_ORIGIN;

	@ParameterizedTest
	@EnumSource(Stack.class)
	void isRefusedInProductionByItsName(Stack stack) {
		assertThatException().isThrownBy(() -> start(stack, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("policy-bypassed: legacyCors")
			.withMessageContaining("at bean 'legacyCors'")
			.withMessageContaining("policy 'base'")
			.withMessageContaining("cors.filter.order is -2147483628");
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void isAheadInTheEndpointAndNobodyClaimsThatNoPolicyGoverns(Stack stack) throws Exception {
		try (InspectedApplication application = start(stack)) {
			assertThat(application.effects()).containsExactly("legacyCors ahead");
			assertThat(application.violations())
				.containsExactly("policy-bypassed info legacyCors at bean 'legacyCors'");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void explanationIsWhatHappens(Stack stack) throws Exception {
		try (InspectedApplication application = start(stack)) {
			for (String origin : List.of(POLICY, OLD, "https://evil.example", "http://localhost", "null")) {
				for (String path : List.of("/governed/x", "/open")) {
					for (String method : List.of("GET", "PUT", "POST")) {
						assertExplanation(application, origin, path, method);
					}
				}
			}
		}
	}

	private static void assertExplanation(InspectedApplication application, String origin, String path, String method)
			throws Exception {
		String question = "path=%s&origin=%s&method=%s".formatted(path, origin, method);
		String body = application.send("GET", "/actuator/cors/explain?" + question).body();
		assertEqual(question + " preflight", JsonPath.read(body, "$.preflight"), application.send("OPTIONS", path,
				new HttpHeader("Origin", origin), new HttpHeader("Access-Control-Request-Method", method)));
		assertEqual(question + " actual", JsonPath.read(body, "$.actual"),
				application.send(method, path, new HttpHeader("Origin", origin)));
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void explanationNamesWhoDecides(Stack stack) throws Exception {
		try (InspectedApplication application = start(stack)) {
			String refused = application
				.send("GET", "/actuator/cors/explain?path=/governed/x&method=PUT&origin=" + POLICY)
				.body();
			assertThat(JsonPath.<String>read(refused, "$.outcome")).isEqualTo("rejected");
			assertThat(JsonPath.<String>read(refused, "$.policy")).isEqualTo("base");
			assertThat(JsonPath.<String>read(refused, "$.preflight.decidedBy")).isEqualTo("legacyCors");
			assertThat(JsonPath.<String>read(refused, "$.actual.decidedBy")).isEqualTo("legacyCors");
			assertThat(JsonPath.<String>read(refused, "$.explanation")).contains("'legacyCors'", "403");
			String passed = application.send("GET", "/actuator/cors/explain?path=/governed/x&method=GET&origin=" + OLD)
				.body();
			assertThat(JsonPath.<String>read(passed, "$.preflight.decidedBy")).isNull();
			assertThat(JsonPath.<String>read(passed, "$.actual.decidedBy")).isEqualTo("base");
			String ungoverned = application.send("GET", "/actuator/cors/explain?path=/open&method=PUT&origin=" + OLD)
				.body();
			assertThat(JsonPath.<String>read(ungoverned, "$.outcome")).isEqualTo("not-governed");
			assertThat(JsonPath.<String>read(ungoverned, "$.preflight.decidedBy")).isEqualTo("legacyCors");
			assertThat(JsonPath.<String>read(ungoverned, "$.explanation"))
				.contains("adds Access-Control-Allow-Origin: " + OLD)
				.endsWith(" and passes the request on.")
				.contains("and no policy adds a header. ");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void whatCannotBeToldOfAFilterIsNotLeftOut(Stack stack) throws Exception {
		try (InspectedApplication application = (stack == Stack.SERVLET)
				? InspectedApplication.startServlet(ServletFailing.class)
				: InspectedApplication.startReactive(ReactiveFailing.class)) {
			for (String path : List.of("/governed/x", "/open")) {
				String body = application.send("GET", "/actuator/cors/explain?path=" + path + "&origin=" + OLD).body();
				assertThat(JsonPath.<String>read(body, "$.actual.decidedBy")).isEqualTo("legacyCors");
				assertThat(JsonPath.<Integer>read(body, "$.actual.status")).isNull();
				assertThat(JsonPath.<String>read(body, "$.explanation"))
					.contains("The CORS filter in bean 'legacyCors' decides ahead of the policies, "
							+ "and its answer is not known. It was asked with a request that nobody sent, "
							+ "and failed with ", "Nobody asks me");
			}
			String governed = application.send("GET", "/actuator/cors/explain?path=/governed/x&origin=" + OLD).body();
			assertThat(JsonPath.<String>read(governed, "$.outcome")).isEqualTo("rejected");
			assertThat(JsonPath.<String>read(governed, "$.explanation")).contains("If it passes the request on: ");
			assertThat(JsonPath.<String>read(governed, "$.remedy"))
				.contains("Give the CORS filter in bean 'legacyCors'", ", or remove it. ", "allowed-origins");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void headerOfHandWrittenFilterIsToldOnce(Stack stack, CapturedOutput output) throws Exception {
		try (InspectedApplication application = (stack == Stack.SERVLET)
				? InspectedApplication.startServlet(ServletHandWritten.class)
				: InspectedApplication.startReactive(ReactiveHandWritten.class)) {
			for (int i = 0; i < 3; i++) {
				assertThat(application.get("/governed/x", POLICY)).isEqualTo(POLICY);
				application.send("GET", "/open");
			}
			assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
				.asString()
				.contains("Access-Control-Allow-Origin", "/governed/x", "'base'");
		}
	}

	private static void assertEqual(String question, Map<String, Object> explained, RawHttpResponse response) {
		Object status = explained.get("status");
		if (status != null) {
			assertThat(response.status()).as(question).isEqualTo(status);
		}
		@SuppressWarnings("unchecked")
		Map<String, String> headers = (Map<String, String>) Objects.requireNonNull(explained.get("headers"));
		for (String name : List.of("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
				"Access-Control-Allow-Methods")) {
			assertThat(headers.get(name)).as(question + " " + name).isEqualTo(value(response, name));
		}
	}

	private static @Nullable String value(RawHttpResponse response, String name) {
		List<String> values = response.values(name).stream().filter((value) -> !value.isEmpty()).toList();
		return values.isEmpty() ? null : String.join(", ", values);
	}

	private static InspectedApplication start(Stack stack, String... properties) {
		return (stack == Stack.SERVLET) ? InspectedApplication.startServlet(Servlet.class, properties)
				: InspectedApplication.startReactive(Reactive.class, properties);
	}

	private static CorsConfiguration old() {
		CorsConfiguration old = new CorsConfiguration();
		old.addAllowedOrigin(OLD);
		old.addAllowedMethod("*");
		old.addAllowedHeader("*");
		old.setAllowCredentials(true);
		return old;
	}

	enum Stack {

		SERVLET, REACTIVE

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@RequestMapping({ "/open", "/governed/x" })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Servlet extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> legacyCors() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", old());
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletFailing extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> legacyCors() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter((request) -> {
				throw new IllegalStateException("Nobody asks me");
			}));
			registration.addUrlPatterns("/governed/*", "/open");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveFailing extends Pages {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsWebFilter legacyCors() {
			return new CorsWebFilter((exchange) -> {
				if (exchange.getRequest().getPath().value().startsWith("/actuator")) {
					return new CorsConfiguration();
				}
				throw new IllegalStateException("Nobody asks me");
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletHandWritten extends Pages {

		@Bean
		FilterRegistrationBean<Filter> handWritten() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveHandWritten extends Pages {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter handWritten() {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().setAccessControlAllowOrigin("*");
				return chain.filter(exchange);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Reactive extends Pages {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsWebFilter legacyCors() {
			return new CorsWebFilter((exchange) -> old());
		}

	}

}
