package io.github.corsstarter.web.reactive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.web.AbstractPolicyFilterTests;
import io.github.corsstarter.wire.RawReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyWebFilter} on a real server.
 */
class CorsPolicyWebFilterTests extends AbstractPolicyFilterTests {

	CorsPolicyWebFilterTests() {
		super(ReactiveServer.start(POLICIES, Controller.class, OtherFilters.class));
	}

	@Override
	protected Stream<Arguments> responses() {
		return Stream.of(Arguments.of("/api/plain", 200), Arguments.of("/api/headers", 200),
				Arguments.of("/api/gateway", 200), Arguments.of("/api/beforeCommit", 200),
				Arguments.of("/api/conflicting", 200), Arguments.of("/api/redirect", 302),
				Arguments.of("/api/stream", 200), Arguments.of("/api/events", 200), Arguments.of("/api/exception", 500),
				Arguments.of("/api/lateException", 500), Arguments.of("/api/missing", 404),
				Arguments.of("/api/annotated", 200), Arguments.of("/api/status/400", 400),
				Arguments.of("/api/status/401", 401), Arguments.of("/api/status/406", 406),
				Arguments.of("/api/status/413", 413), Arguments.of("/api/status/429", 429),
				Arguments.of("/api/status/503", 503), Arguments.of("/api/vary", 200), Arguments.of("/api/empty", 200),
				Arguments.of("/api/filterFailure", 500), Arguments.of("/api/commitFailure", 500),
				Arguments.of("/api/resource", 200), Arguments.of("/api/earlyError", 429),
				Arguments.of("/api/earlyException", 500), Arguments.of("/api/handledError", 409));
	}

	@Override
	protected Stream<Arguments> openResponses() {
		return Stream.of(Arguments.of("/open/headers", 200), Arguments.of("/open/missing", 404),
				Arguments.of("/open/earlyError", 429));
	}

	@Override
	protected Stream<String> varyingPaths() {
		return Stream.of("/api/vary", "/api/exception", "/api/missing", "/api/plain", "/api/beforeCommit",
				"/api/earlyError");
	}

	@Override
	protected List<String> varyTokens() {
		return List.of("Origin", "Accept-Encoding", "Accept");
	}

	@Test
	void rejectionHasNoCorsHeadersOfAnEarlierFilter() {
		RawReply reply = this.server.send("GET /api/early", "Origin: https://other.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).containsExactlyInAnyOrder("Origin", "Accept");
	}

	@ParameterizedTest
	@CsvSource({ "/api/plain,200", "/api/annotated,200", "/api/conflicting,200", "/api/redirect,302", "/api/events,200",
			"/api/exception,500", "/api/missing,404", "/api/status/429,429", "/api/filterFailure,500",
			"/api/lateFailure,500", "/api/earlyCommitFailure,500", "/api/resource,200", "/api/copied,200" })
	void laterProcessorsStandAsideWhereNothingIsCors(String path, int status) {
		RawReply navigation = this.server.send("GET " + path, "Origin: https://bank.example",
				"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate");
		RawReply sameOrigin = this.server.send("GET " + path, "Origin: null", "Sec-Fetch-Site: same-origin");
		assertThat(List.of(navigation, sameOrigin)).allSatisfy((reply) -> {
			assertThat(reply.status()).isEqualTo(status);
			assertThat(reply.corsHeaders()).isEmpty();
			assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
		});
		assertThat(this.server.decisions()).isEmpty();
	}

	@Test
	void originIsSeenWhereHeadersTellCasesApart() {
		RawReply reply = this.server.send("GET /api/copiedRequest", "Origin: https://other.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/api/inOrder,200,'first, second, third'", "/api/inOrder/failing,500,first" })
	void whatIsDoneBeforeTheCommitIsDoneInOrderUntilItFails(String path, int status, String done) {
		RawReply reply = this.server.send("GET " + path, "Origin: https://app.example");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(String.join(", ", reply.header("X-Done"))).isEqualTo(done);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
	}

	@Test
	void applicationHasTheSayInWhatIsNotCors() {
		RawReply reply = this.server.send("GET /api/empty", "Origin: null", "Sec-Fetch-Site: same-origin");
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: *");
	}

	@ParameterizedTest
	@CsvSource({ "my_service:8080,http://my_service:8080", "[::1]:8080,http://[::1]:8080",
			"my_service,http://my_service", "shop.example,https://shop.example" })
	void ownOriginMayPost(String host, String origin) {
		RawReply reply = this.server.send("POST /api/posted", "Host: " + host, "Origin: " + origin);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(origin);
	}

	@Test
	void errorAheadOfTheFilterIsNoRejection() {
		RawReply reply = this.server.send("GET /api/earlyError", "Origin: https://evil.example");
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).containsExactly("Origin");
		assertThat(this.server.decisions()).singleElement()
			.extracting(CorsDecision::outcome)
			.isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void errorAheadOfTheFilterIsLeftAloneWhereNoPolicyGoverns() {
		RawReply reply = this.server.send("GET /elsewhere/earlyError", ORIGIN);
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).isEmpty();
		assertThat(this.server.decisions()).isEmpty();
	}

	@Test
	void errorAfterTheCommitChangesNothing() {
		RawReply reply = this.server.send("GET /api/committed", ORIGIN);
		assertThat(reply.status()).isEqualTo(202);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(this.server.decisions()).isEmpty();
	}

	private static ServerHttpRequest withHeaders(ServerHttpRequest request, MultiValueMap<String, String> headers) {
		return new ServerHttpRequestDecorator(request) {

			@Override
			public HttpHeaders getHeaders() {
				return new HttpHeaders(headers);
			}

		};
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherFilters {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter earlyFilter() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				if (path.endsWith("/earlyError") || path.endsWith("/handledError")) {
					return Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
				}
				if (path.endsWith("/earlyException")) {
					throw new IllegalStateException("failure");
				}
				if (path.endsWith("/committed")) {
					ServerHttpResponse response = exchange.getResponse();
					response.setStatusCode(HttpStatus.ACCEPTED);
					return response.writeAndFlushWith(Mono.just(Mono.just(response.bufferFactory().wrap(new byte[1]))))
						.then(Mono.error(new IllegalStateException("failure")));
				}
				if (path.endsWith("/earlyCommitFailure")) {
					exchange.getResponse().beforeCommit(() -> Mono.error(new IllegalStateException("failure")));
				}
				if (path.endsWith("/copiedRequest")) {
					MultiValueMap<String, String> copy = new LinkedMultiValueMap<>();
					exchange.getRequest().getHeaders().forEach(copy::addAll);
					return chain.filter(exchange.mutate().request(withHeaders(exchange.getRequest(), copy)).build());
				}
				if (path.endsWith("/early")) {
					HttpHeaders headers = exchange.getResponse().getHeaders();
					exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
						headers.set("Access-Control-Allow-Origin", "*");
						headers.add("Vary", "Accept");
					}));
				}
				return chain.filter(exchange);
			};
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebExceptionHandler exceptionHandler() {
			return (exchange, ex) -> {
				if (!exchange.getRequest().getPath().value().endsWith("/handledError")) {
					return Mono.error(ex);
				}
				ServerHttpResponse response = exchange.getResponse();
				response.setStatusCode(HttpStatus.CONFLICT);
				response.getHeaders().set("Access-Control-Allow-Origin", "*");
				return response.setComplete();
			};
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE - 10)
		WebFilter failingFilter() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				if (path.endsWith("/filterFailure")) {
					return Mono.error(new IllegalStateException("failure"));
				}
				if (path.endsWith("/lateFailure")) {
					exchange.getResponse().beforeCommit(() -> Mono.error(new IllegalStateException("failure")));
				}
				if (path.endsWith("/commitFailure")) {
					exchange.getResponse().getHeaders().set("Access-Control-Allow-Origin", "*");
					exchange.getResponse().beforeCommit(() -> Mono.error(new IllegalStateException("failure")));
				}
				return chain.filter(exchange);
			};
		}

		@Bean
		WebFilter conflictingFilter() {
			CorsConfiguration configuration = new CorsConfiguration().applyPermitDefaultValues();
			configuration.addExposedHeader("X-Conflict");
			CorsWebFilter filter = new CorsWebFilter((exchange) -> configuration);
			return (exchange, chain) -> exchange.getRequest().getPath().value().equals("/api/conflicting")
					? filter.filter(exchange, chain) : chain.filter(exchange);
		}

	}

	@RestController
	static class Controller {

		@GetMapping({ "/api/plain", "/api/commitFailure", "/api/conflicting", "/api/lateFailure",
				"/api/earlyCommitFailure" })
		Mono<String> plain() {
			return Mono.just("ok");
		}

		@GetMapping("/api/copied")
		Mono<String> copied(ServerHttpResponse response) {
			HttpHeaders copy = new HttpHeaders();
			copy.addAll(response.getHeaders());
			response.getHeaders().clear();
			response.getHeaders().addAll(copy);
			return Mono.just("ok");
		}

		@GetMapping("/api/resource")
		Resource resource() {
			return new ByteArrayResource("ok".getBytes(StandardCharsets.UTF_8));
		}

		@GetMapping("/api/empty")
		Mono<Void> empty(ServerHttpResponse response) {
			response.getHeaders().set("Access-Control-Allow-Origin", "*");
			return response.setComplete();
		}

		@GetMapping({ "/api/headers", "/open/headers" })
		ResponseEntity<Mono<String>> headers(ServerHttpResponse response) {
			response.getHeaders().set("access-control-allow-origin", "*");
			response.getHeaders().add("Access-Control-Allow-Origin", "https://handler.example");
			response.getHeaders().set("Access-Control-Allow-Credentials", "false");
			response.getHeaders().set("Access-Control-Allow-Methods", "DELETE");
			response.getHeaders().set("Access-Control-Max-Age", "1");
			return ResponseEntity.ok()
				.header("Access-Control-Allow-Origin", "https://entity.example")
				.body(Mono.just("ok"));
		}

		@GetMapping("/api/gateway")
		Mono<Void> gateway(ServerHttpResponse response) {
			HttpHeaders upstream = new HttpHeaders();
			upstream.add("Access-Control-Allow-Origin", "*");
			upstream.add("Access-Control-Allow-Headers", "X-Upstream");
			upstream.add("Vary", "Origin");
			response.getHeaders().addAll(upstream);
			return response.writeAndFlushWith(Flux.just("a", "b")
				.delayElements(Duration.ofMillis(1))
				.map((text) -> Mono.just(response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8)))));
		}

		@GetMapping("/api/beforeCommit")
		Mono<String> beforeCommit(ServerHttpResponse response) {
			response.beforeCommit(() -> Mono.fromRunnable(() -> {
				response.getHeaders().set("Access-Control-Allow-Origin", "*");
				response.getHeaders().set("Vary", "Accept");
			}));
			return Mono.just("ok");
		}

		@GetMapping({ "/api/inOrder", "/api/inOrder/{failing}" })
		Mono<String> inOrder(ServerHttpResponse response, @PathVariable(required = false) @Nullable String failing) {
			response.beforeCommit(() -> done(response, "first"));
			response.beforeCommit(() -> (failing != null) ? Mono.error(new IllegalStateException(failing))
					: done(response, "second").delaySubscription(Duration.ofMillis(5)));
			response.beforeCommit(() -> done(response, "third"));
			return Mono.just("ok");
		}

		private static Mono<Void> done(ServerHttpResponse response, String action) {
			return Mono.fromRunnable(() -> response.getHeaders().add("X-Done", action));
		}

		@GetMapping("/api/vary")
		Mono<String> vary(ServerHttpResponse response) {
			response.getHeaders().set("Vary", "Accept-Encoding, Accept");
			return Mono.just("ok");
		}

		@GetMapping("/api/redirect")
		ResponseEntity<Void> redirect() {
			return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/api/plain").build();
		}

		@GetMapping("/api/stream")
		Flux<String> stream(ServerHttpResponse response) {
			response.getHeaders().set("Access-Control-Allow-Origin", "*");
			return Flux.just("a", "b", "c").delayElements(Duration.ofMillis(1));
		}

		@GetMapping(path = "/api/events", produces = "text/event-stream")
		Flux<String> events() {
			return Flux.just("a", "b", "c").delayElements(Duration.ofMillis(1));
		}

		@GetMapping("/api/exception")
		Mono<String> exception() {
			throw new IllegalStateException("failure");
		}

		@GetMapping("/api/lateException")
		Mono<String> lateException(ServerHttpResponse response) {
			response.getHeaders().set("Access-Control-Allow-Origin", "*");
			return Mono.delay(Duration.ofMillis(1)).then(Mono.error(new IllegalStateException("failure")));
		}

		@GetMapping("/api/status/{status}")
		Mono<String> status(@PathVariable int status) {
			return Mono.error(new ResponseStatusException(HttpStatus.valueOf(status)));
		}

		@CrossOrigin("https://other.example")
		@GetMapping({ "/api/annotated", "/elsewhere" })
		Mono<String> annotated() {
			return Mono.just("ok");
		}

		@CrossOrigin("https://other.example")
		@PostMapping("/api/annotated")
		Mono<String> annotatedPost() {
			return Mono.just("ok");
		}

		@PostMapping("/api/posted")
		Mono<String> posted() {
			return Mono.just("ok");
		}

		@PostMapping(path = "/api/json", consumes = "application/json")
		Mono<String> json(@RequestBody String body) {
			return Mono.just(body);
		}

	}

}
