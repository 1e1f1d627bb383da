package io.github.corsstarter.web.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyFilter} on a real server.
 */
class CorsPolicyFilterTests {

	private static final String ORIGIN = "Origin: https://app.example";

	private static ServletServer server;

	@BeforeAll
	static void start() {
		server = ServletServer.start(TestPolicies.policies(
				TestPolicies.policy("api", "/api/**")
					.allowedOrigins("https://app.example")
					.allowedMethods("GET", "POST", "PUT")
					.allowedHeaders("X-Trace", "Content-Type")
					.exposedHeaders("X-Total")
					.allowCredentials(true),
				TestPolicies.policy("open", "/open/**")
					.allowedOrigins("*")
					.exposedHeaders("X-Total")
					.preflightStatus(204)),
				Controller.class, OtherFilters.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void preflightIsAnswered() {
		RawReply reply = server.send("OPTIONS /api/x", ORIGIN, "Access-Control-Request-Method: PUT",
				"Access-Control-Request-Headers: x-trace,content-type");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Headers: x-trace, content-type", "Access-Control-Allow-Methods: GET, POST, PUT",
				"Access-Control-Allow-Origin: https://app.example", "Access-Control-Max-Age: 1800");
		assertThat(reply.vary()).containsExactly("Origin", "Access-Control-Request-Method",
				"Access-Control-Request-Headers");
		assertThat(reply.header("Content-Length")).containsExactly("0");
		assertThat(reply.body()).isEmpty();
		assertThat(server.decisions()).singleElement().extracting(CorsDecision::preflight).isEqualTo(true);
	}

	@Test
	void preflightWithoutContentHasNoLength() {
		RawReply reply = server.send("OPTIONS /open/x", ORIGIN, "Access-Control-Request-Method: GET");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.header("Content-Length")).isEmpty();
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPTIONS", "POST" })
	void rejectionHasNoCorsHeaders(String method) {
		RawReply reply = server.send(method + " /api/x", "Origin: https://evil.example",
				"Access-Control-Request-Method: PUT");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).startsWith("Origin");
		assertThat(reply.header("Content-Type")).singleElement().asString().startsWith("text/plain");
		assertThat(reply.header("Content-Length")).containsExactly("20");
		assertThat(reply.body()).isEqualTo("Invalid CORS request");
		assertThat(server.decisions()).singleElement()
			.extracting(CorsDecision::outcome)
			.isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void severalOriginsAreMalformed() {
		assertThat(server.send("GET /api/plain", ORIGIN, ORIGIN).status()).isEqualTo(403);
		assertThat(server.send("GET /api/plain", ORIGIN, "Origin: ").status()).isEqualTo(403);
		assertThat(server.send("GET /api/plain", "Origin: ", ORIGIN).status()).isEqualTo(403);
		assertThat(server.send("GET /api/plain", "Origin:").status()).isEqualTo(403);
	}

	@Test
	void fetchMetadataCountsOnlyAsOneLine() {
		assertThat(server.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Mode: navigate").status())
			.isEqualTo(200);
		assertThat(server
			.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Mode: navigate",
					"Sec-Fetch-Mode: navigate")
			.status()).isEqualTo(403);
		assertThat(server
			.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Site: same-origin",
					"Sec-Fetch-Site: cross-site")
			.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "[::1]:8080,http://[::1]:8080", "shop.example,http://shop.example",
			"shop.example,https://shop.example" })
	void ownOriginIsRecognised(String host, String origin) {
		RawReply reply = server.send("GET /api/plain", "Host: " + host, "Origin: " + origin);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(origin);
		assertThat(server.decisions()).isEmpty();
	}

	@Test
	void ownOriginMayEndWithTheRootOfAllNames() {
		RawReply reply = server.send("POST /api/annotated", "Host: shop.example.:8080",
				"Origin: http://shop.example.:8080");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(server.send("POST /api/annotated", "Host: shop.example..", "Origin: http://shop.example..").status())
			.isNotEqualTo(200);
	}

	@Test
	void errorAheadOfTheFilterIsAnsweredByTheDecisionAboutTheRequest() {
		RawReply rejected = server.send("GET /api/early", "Origin: https://evil.example");
		assertThat(rejected.status()).isEqualTo(503);
		assertThat(rejected.corsHeaders()).isEmpty();
		assertThat(rejected.vary()).contains("Origin");
		RawReply ungoverned = server.send("GET /elsewhere/early", ORIGIN);
		assertThat(ungoverned.status()).isEqualTo(503);
		assertThat(ungoverned.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE /api/early", "TRACE /api/plain" })
	void errorAheadOfTheFilterIsDecidedByTheMethodOfTheRequest(String request) {
		RawReply reply = server.send(request, ORIGIN);
		assertThat(reply.status()).isGreaterThanOrEqualTo(400);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).contains("Origin");
	}

	@Test
	void preflightThatFailsAheadOfTheFilterIsDecidedAsOne() {
		RawReply reply = server.send("OPTIONS /api/early", ORIGIN, "Access-Control-Request-Method: PUT");
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.header("Access-Control-Allow-Methods")).containsExactly("GET, POST, PUT");
		assertThat(reply.vary()).contains("Access-Control-Request-Method");
	}

	@ParameterizedTest
	@CsvSource({ "null,same-origin,cors", "https://bank.example,cross-site,navigate" })
	void whatGoesThroughIsNotForOthersToRefuse(String origin, String site, String mode) {
		RawReply reply = server.send("POST /api/annotated", "Origin: " + origin, "Sec-Fetch-Site: " + site,
				"Sec-Fetch-Mode: " + mode);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
	}

	@Test
	void rejectionHasNoHeaderThatWasSetAheadOfTheFilter() {
		RawReply reply = server.send("GET /api/preset", "Origin: https://evil.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	@Test
	void ungovernedPathIsUntouched() {
		RawReply reply = server.send("GET /elsewhere", "Origin: https://other.example");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://other.example");
		RawReply preflight = server.send("OPTIONS /elsewhere", "Origin: https://other.example",
				"Access-Control-Request-Method: GET");
		assertThat(preflight.status()).isEqualTo(200);
		assertThat(preflight.header("Access-Control-Allow-Origin")).containsExactly("https://other.example");
		assertThat(server.decisions()).isEmpty();
	}

	@Test
	void requestWithoutOriginGoesThroughWithVary() {
		RawReply reply = server.send("GET /api/plain");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).containsExactly("Origin");
		assertThat(server.decisions()).isEmpty();
	}

	@Test
	void sameOriginIsAnsweredWithTheOriginAlone() {
		RawReply reply = server.send("POST /api/annotated", "Origin: https://public.example:8443",
				"Sec-Fetch-Site: same-origin");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: https://public.example:8443");
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
		assertThat(server.decisions()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/api/plain,200", "/api/headers,200", "/api/reset,200", "/api/sendError,418", "/api/redirect,302",
			"/api/deferred,200", "/api/deferredError,503", "/api/stream,200", "/api/exception,500", "/api/missing,404",
			"/api/annotated,200", "/api/status/400,400", "/api/status/401,401", "/api/status/406,406",
			"/api/status/413,413", "/api/status/429,429", "/api/vary,200", "/api/flush,200", "/api/resetError,500",
			"/api/async,200", "/api/rawAsync,200", "/api/conflicting,200", "/api/early,503", "/api/forwarded,500",
			"/api/preset,200" })
	void policyIsTheOneAuthority(String path, int status) {
		RawReply reply = server.send("GET " + path, ORIGIN);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Origin: https://app.example", "Access-Control-Expose-Headers: X-Total");
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
		assertThat(server.decisions()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "/open/headers,200", "/open/rawAsync,200", "/open/missing,404", "/open/reset,200" })
	void openPolicyAnswersEverybodyTheSame(String path, int status) {
		RawReply plain = server.send("GET " + path);
		RawReply cors = server.send("GET " + path, ORIGIN);
		assertThat(plain.status()).isEqualTo(status);
		assertThat(plain.corsHeaders()).containsExactly("Access-Control-Allow-Origin: *",
				"Access-Control-Expose-Headers: X-Total");
		assertThat(cors.corsHeaders()).isEqualTo(plain.corsHeaders());
		assertThat(plain.vary()).doesNotContain("Origin");
	}

	@Test
	void wrongMediaTypeAndMethodAreReadable() {
		RawReply unsupported = server.send("POST /api/json", ORIGIN, "Content-Type: text/strange", "Content-Length: 0");
		assertThat(unsupported.status()).isEqualTo(415);
		assertThat(unsupported.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
		RawReply notAllowed = server.send("PUT /api/plain", ORIGIN);
		assertThat(notAllowed.status()).isEqualTo(405);
		assertThat(notAllowed.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/vary", "/api/reset", "/api/exception", "/api/missing", "/api/varyRemoved" })
	void varyStaysWithoutAnOrigin(String path) {
		assertThat(server.send("GET " + path).vary()).contains("Origin").doesNotHaveDuplicates();
	}

	@Test
	void varyKeepsTheTokensOfTheApplication() {
		assertThat(server.send("GET /api/vary", ORIGIN).vary()).containsExactlyInAnyOrder("Origin", "Accept-Encoding",
				"Accept", "Accept-Language");
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherFilters {

		@Bean
		FilterRegistrationBean<CorsFilter> conflictingFilter() {
			CorsConfiguration configuration = new CorsConfiguration().applyPermitDefaultValues();
			configuration.addExposedHeader("X-Conflict");
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter((request) -> configuration));
			registration.addUrlPatterns("/api/conflicting");
			return registration;
		}

		/**
		 * What stands ahead of the filter under test.
		 */
		@Bean
		FilterRegistrationBean<Filter> earlierFilter() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletResponse httpResponse = (HttpServletResponse) response;
				String path = ((HttpServletRequest) request).getRequestURI();
				if (path.endsWith("/early")) {
					httpResponse.sendError(503);
					return;
				}
				if (path.endsWith("/preset")) {
					httpResponse.addHeader("Access-Control-Allow-Origin", "*");
					httpResponse.addHeader("Access-Control-Allow-Methods", "DELETE");
				}
				try {
					chain.doFilter(request, response);
				}
				catch (ServletException ex) {
					if (!path.endsWith("/forwarded")) {
						throw ex;
					}
					httpResponse.reset();
					httpResponse.setStatus(500);
					request.getRequestDispatcher("/error").forward(request, response);
				}
			});
			registration.setOrder(ServletServer.FILTER_ORDER - 1);
			return registration;
		}

		@Bean
		FilterRegistrationBean<Filter> sameFilterOnceMore() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					new CorsPolicyFilter(TestPolicies.policies(TestPolicies.policy("other", "/**").allowedOrigins()),
							(request, decision) -> {
								throw new IllegalStateException("decided twice");
							}));
			registration.setOrder(ServletServer.FILTER_ORDER + 1);
			registration.addUrlPatterns("/api/plain");
			return registration;
		}

	}

	@RestController
	static class Controller {

		@GetMapping({ "/api/plain", "/api/flush", "/api/conflicting", "/api/preset" })
		void plain(HttpServletResponse response) throws IOException {
			response.getOutputStream().print("ok");
			response.flushBuffer();
			response.setHeader("Access-Control-Allow-Origin", "https://late.example");
		}

		@GetMapping({ "/api/headers", "/open/headers" })
		ResponseEntity<String> headers(HttpServletResponse response) {
			response.setHeader("access-control-allow-origin", "*");
			response.addHeader("Access-Control-Allow-Origin", "https://handler.example");
			response.setHeader("Access-Control-Allow-Credentials", "false");
			response.setHeader("Access-Control-Allow-Methods", "DELETE");
			response.setIntHeader("Access-Control-Max-Age", 1);
			response.addIntHeader("Access-Control-Max-Age", 2);
			return ResponseEntity.ok().header("Access-Control-Allow-Origin", "https://entity.example").body("ok");
		}

		@GetMapping("/api/vary")
		String vary(HttpServletResponse response) {
			response.setHeader("Vary", "Accept-Encoding, Accept, accept");
			response.addHeader("Vary", "origin, Accept-Language");
			response.addHeader("vary", "Origin");
			return "ok";
		}

		@GetMapping("/api/varyRemoved")
		String varyRemoved(HttpServletResponse response) {
			response.setHeader("Vary", null);
			return "ok";
		}

		@GetMapping({ "/api/reset", "/open/reset" })
		String reset(HttpServletResponse response) {
			response.setHeader("X-Lost", "1");
			response.reset();
			return "ok";
		}

		@GetMapping("/api/resetError")
		void resetError(HttpServletResponse response) throws IOException {
			response.reset();
			response.sendError(500);
		}

		@GetMapping("/api/sendError")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(418, "teapot");
		}

		@GetMapping("/api/redirect")
		void redirect(HttpServletResponse response) throws IOException {
			response.sendRedirect("/api/plain");
		}

		@GetMapping("/api/deferred")
		DeferredResult<ResponseEntity<String>> deferred() {
			DeferredResult<ResponseEntity<String>> result = new DeferredResult<>();
			new Thread(
					() -> result.setResult(ResponseEntity.ok().header("Access-Control-Allow-Origin", "*").body("ok")))
				.start();
			return result;
		}

		@GetMapping("/api/deferredError")
		DeferredResult<String> deferredError() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(() -> result.setErrorResult(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)))
				.start();
			return result;
		}

		@GetMapping("/api/stream")
		StreamingResponseBody stream(HttpServletResponse response) {
			response.setHeader("Access-Control-Allow-Origin", "*");
			return (OutputStream out) -> {
				for (int i = 0; i < 3; i++) {
					out.write("chunk".getBytes(StandardCharsets.UTF_8));
					out.flush();
				}
			};
		}

		@GetMapping("/api/async")
		@Nullable String async(HttpServletRequest request, HttpServletResponse response) {
			response.setHeader("Access-Control-Allow-Origin", "*");
			if (request.getDispatcherType() == DispatcherType.ASYNC) {
				return "ok";
			}
			// Without the wrapped response: the container dispatches with its own
			request.startAsync().dispatch();
			return null;
		}

		@GetMapping({ "/api/rawAsync", "/open/rawAsync" })
		void rawAsync(HttpServletRequest request) {
			AsyncContext async = request.startAsync();
			async.start(() -> {
				HttpServletResponse response = (HttpServletResponse) async.getResponse();
				response.addHeader("Access-Control-Allow-Origin", "*");
				response.addHeader("Access-Control-Allow-Methods", "DELETE");
				response.setHeader("Vary", "X-Raw");
				async.complete();
			});
		}

		@GetMapping({ "/api/exception", "/api/forwarded" })
		String exception() {
			throw new IllegalStateException("failure");
		}

		@GetMapping("/api/status/{status}")
		String status(@PathVariable int status) {
			throw new ResponseStatusException(HttpStatus.valueOf(status));
		}

		@CrossOrigin("https://other.example")
		@GetMapping({ "/api/annotated", "/elsewhere" })
		String annotated() {
			return "ok";
		}

		@CrossOrigin("https://other.example")
		@PostMapping("/api/annotated")
		String annotatedPost() {
			return "ok";
		}

		@PostMapping(path = "/api/json", consumes = "application/json")
		String json(@RequestBody String body) {
			return body;
		}

	}

}
