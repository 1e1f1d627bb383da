package io.github.corsstarter.conformance;

import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * An application on WebFlux that answers every path, behind every other filter.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ReactiveApplication {

	/**
	 * Starts the application; what processes it ahead of time stops half way.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		AheadOfTimeBuild.run(ReactiveApplication.class, WebApplicationType.REACTIVE, args);
	}

	@Bean
	ApplicationCalls applicationCalls() {
		return new ApplicationCalls();
	}

	@Bean
	WebFilter application(ApplicationCalls calls) {
		return new ApplicationFilter(calls);
	}

	private static final class ApplicationFilter implements WebFilter {

		private final ApplicationCalls calls;

		ApplicationFilter(ApplicationCalls calls) {
			this.calls = calls;
		}

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			this.calls.increment();
			return answer(exchange.getRequest().getHeaders(), exchange.getResponse());
		}

		private static void add(String line, HttpHeaders headers) {
			String[] header = line.split(": ", 2);
			headers.add(header[0], header[1]);
		}

		private static Mono<Void> answer(HttpHeaders request, ServerHttpResponse response) {
			if (request.getFirst(RunningApplication.CLEAR) != null) {
				response.getHeaders().clear();
			}
			// Spring 6 and 7 have no other way in common to several values
			request.forEach((name, lines) -> {
				if (name.equalsIgnoreCase(RunningApplication.ADD)) {
					lines.forEach((line) -> add(line, response.getHeaders()));
				}
			});
			String failure = request.getFirst(RunningApplication.FAIL);
			if (failure != null) {
				return Mono.error(new IllegalStateException(failure));
			}
			String answer = request.getFirst(RunningApplication.ANSWER);
			HttpStatusCode status = (answer != null) ? HttpStatusCode.valueOf(Integer.parseInt(answer)) : HttpStatus.OK;
			if (status.isError()) {
				return Mono.error(new ResponseStatusException(status));
			}
			response.setStatusCode(status);
			return response.writeWith(Mono.fromSupplier(
					() -> response.bufferFactory().wrap("the application's answer".getBytes(StandardCharsets.UTF_8))));
		}

	}

}
