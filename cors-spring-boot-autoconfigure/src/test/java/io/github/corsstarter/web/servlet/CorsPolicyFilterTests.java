package io.github.corsstarter.web.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.web.AbstractPolicyFilterTests;
import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
class CorsPolicyFilterTests extends AbstractPolicyFilterTests {

	CorsPolicyFilterTests() {
		super(ServletServer.start(POLICIES, Controller.class, OtherFilters.class));
	}

	@Override
	protected Stream<Arguments> responses() {
		return Stream.of(Arguments.of("/api/plain", 200), Arguments.of("/api/headers", 200),
				Arguments.of("/api/reset", 200), Arguments.of("/api/sendError", 418),
				Arguments.of("/api/redirect", 302), Arguments.of("/api/deferred", 200),
				Arguments.of("/api/deferredError", 503), Arguments.of("/api/stream", 200),
				Arguments.of("/api/exception", 500), Arguments.of("/api/missing", 404),
				Arguments.of("/api/annotated", 200), Arguments.of("/api/status/400", 400),
				Arguments.of("/api/status/401", 401), Arguments.of("/api/status/406", 406),
				Arguments.of("/api/status/413", 413), Arguments.of("/api/status/429", 429),
				Arguments.of("/api/vary", 200), Arguments.of("/api/flush", 200), Arguments.of("/api/resetError", 500),
				Arguments.of("/api/async", 200), Arguments.of("/api/rawAsync", 200),
				Arguments.of("/api/conflicting", 200), Arguments.of("/api/early", 503),
				Arguments.of("/api/forwarded", 500), Arguments.of("/api/preset", 200));
	}

	@Override
	protected Stream<Arguments> openResponses() {
		return Stream.of(Arguments.of("/open/headers", 200), Arguments.of("/open/rawAsync", 200),
				Arguments.of("/open/missing", 404), Arguments.of("/open/reset", 200));
	}

	@Override
	protected Stream<String> varyingPaths() {
		return Stream.of("/api/vary", "/api/reset", "/api/exception", "/api/missing", "/api/varyRemoved");
	}

	@Override
	protected List<String> varyTokens() {
		return List.of("Origin", "Accept-Encoding", "Accept", "Accept-Language");
	}

	@Test
	void errorAheadOfTheFilterIsAnsweredByTheDecisionAboutTheRequest() {
		RawReply rejected = this.server.send("GET /api/early", "Origin: https://evil.example");
		assertThat(rejected.status()).isEqualTo(503);
		assertThat(rejected.corsHeaders()).isEmpty();
		assertThat(rejected.vary()).contains("Origin");
		RawReply ungoverned = this.server.send("GET /elsewhere/early", ORIGIN);
		assertThat(ungoverned.status()).isEqualTo(503);
		assertThat(ungoverned.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE /api/early", "TRACE /api/plain" })
	void errorAheadOfTheFilterIsDecidedByTheMethodOfTheRequest(String request) {
		RawReply reply = this.server.send(request, ORIGIN);
		assertThat(reply.status()).isGreaterThanOrEqualTo(400);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).contains("Origin");
	}

	@Test
	void preflightThatFailsAheadOfTheFilterIsDecidedAsOne() {
		RawReply reply = this.server.send("OPTIONS /api/early", ORIGIN, "Access-Control-Request-Method: PUT");
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.header("Access-Control-Allow-Methods")).containsExactly("GET, POST, PUT");
		assertThat(reply.vary()).contains("Access-Control-Request-Method");
	}

	@Test
	void rejectionHasNoHeaderThatWasSetAheadOfTheFilter() {
		RawReply reply = this.server.send("GET /api/preset", "Origin: https://evil.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
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
