package io.github.corsstarter.deployment;

import java.time.Duration;
import java.util.Map;

import io.github.corsstarter.deployment.SituationController.BrokenErrorPageException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * What handlers, filters and the error handler do with WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SituationController.class, FluxSituations.Handlers.class, FluxSecurity.class })
class FluxSituations {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	WebFilter early() {
		return (exchange, chain) -> handWritten("https://early.example.com", exchange, chain);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebFilter late() {
		return (exchange, chain) -> handWritten("https://late.example.com", exchange, chain);
	}

	@Bean
	@Order(0)
	WebFilter answering() {
		return FluxSituations::answer;
	}

	@Bean
	ErrorAttributes failingErrorAttributes() {
		return new DefaultErrorAttributes() {

			@Override
			public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request,
					ErrorAttributeOptions options) {
				if (getError(request) instanceof BrokenErrorPageException) {
					throw new IllegalStateException("An error page failed on purpose");
				}
				return super.getErrorAttributes(request, options);
			}

		};
	}

	private static Mono<Void> handWritten(String origin, ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getRequest().getPath().value().endsWith("/hand-written")) {
			write(origin, exchange.getResponse().getHeaders());
			exchange.getResponse()
				.beforeCommit(() -> Mono.fromRunnable(() -> write(origin, exchange.getResponse().getHeaders())));
		}
		return chain.filter(exchange);
	}

	private static void write(String origin, HttpHeaders headers) {
		headers.set("Access-Control-Allow-Origin", origin);
		headers.add("Access-Control-Allow-Origin", "*");
		headers.add("ACCESS-CONTROL-ALLOW-CREDENTIALS", "true");
		headers.add("Access-Control-Max-Age", "5");
		headers.add("Vary", "X-Filter");
	}

	private static Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().value();
		ServerHttpResponse response = exchange.getResponse();
		switch (path.substring(path.lastIndexOf('/') + 1)) {
			case "limited" -> {
				response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
				return response.setComplete();
			}
			case "filter-error" -> {
				return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
			}
			case "filter-failure" -> {
				return Mono.error(new IllegalStateException("A filter failed on purpose"));
			}
			case "filter-reset" -> {
				response.getHeaders().clear();
				response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
				return response.setComplete();
			}
			default -> {
				return chain.filter(exchange);
			}
		}
	}

	/**
	 * What handlers do only here.
	 */
	@RestController
	@RequestMapping({ "/api", "/open" })
	static class Handlers {

		@PostMapping("/upload")
		Mono<Integer> upload(@RequestBody Mono<String> body) {
			return body.map(String::length);
		}

		@GetMapping("/reset")
		Mono<String> reset(ServerHttpResponse response) {
			response.getHeaders().clear();
			response.getHeaders().add("Access-Control-Allow-Origin", "*");
			return Mono.just("ok");
		}

		@GetMapping("/reset-and-failure")
		Mono<String> resetAndFailure(ServerHttpResponse response) {
			response.getHeaders().clear();
			return Mono.error(new IllegalStateException("A handler failed on purpose"));
		}

		@GetMapping("/mono-failure")
		Mono<String> monoFailure() {
			return Mono.error(new IllegalStateException("A result failed on purpose"));
		}

		@GetMapping("/deferred")
		Mono<String> deferred() {
			return Mono.delay(Duration.ofMillis(1)).thenReturn("ok");
		}

		@GetMapping("/deferred-failure")
		Mono<String> deferredFailure() {
			return Mono.delay(Duration.ofMillis(1)).then(monoFailure());
		}

		@GetMapping(path = "/streaming", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<SituationController.Order> streaming() {
			return Flux.just("first", "second").map(SituationController.Order::new);
		}

		@GetMapping(path = "/streaming-failure", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<SituationController.Order> streamingFailure() {
			return Flux.error(new IllegalStateException("A stream failed on purpose"));
		}

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			return Flux.just("first", "second").delayElements(Duration.ofMillis(1));
		}

		@GetMapping("/commit-failure")
		Mono<String> commitFailure(ServerHttpResponse response) {
			response.beforeCommit(() -> {
				response.getHeaders().remove(HttpHeaders.VARY);
				return Mono.error(new IllegalStateException("A commit action failed on purpose"));
			});
			return Mono.just("ok");
		}

	}

}
