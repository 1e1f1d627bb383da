package io.github.corsstarter.benchmark.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * An exchange that can be filtered again and again. Whatever is not overridden fails.
 */
final class StubExchange extends ServerWebExchangeDecorator {

	private final ServerHttpRequest request;

	private final Response response = new Response();

	private final Map<String, Object> attributes = new HashMap<>();

	StubExchange(String method, String path, String... headers) {
		super(Unsupported.of(ServerWebExchange.class));
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.method(HttpMethod.valueOf(method),
				"https://api.example.com" + path);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		this.request = request.build();
	}

	/**
	 * Forget what a filter has left behind.
	 */
	void reset() {
		this.attributes.clear();
		this.response.reset();
	}

	/**
	 * Describe what the client may do now.
	 * @return the headers that matter to a client, and whether it was refused
	 */
	String answer() {
		HttpHeaders headers = this.response.headers;
		return "%s, origin %s, credentials %s, max-age %s".formatted(
				(this.response.status == HttpStatus.FORBIDDEN) ? "refused" : "not refused",
				headers.getFirst("Access-Control-Allow-Origin"), headers.getFirst("Access-Control-Allow-Credentials"),
				headers.getFirst("Access-Control-Max-Age"));
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	/**
	 * Commits as the responses of servers do, since some of the headers are decided then.
	 */
	private static final class Response extends ServerHttpResponseDecorator {

		private final HttpHeaders headers = new HttpHeaders();

		private final List<Supplier<? extends Mono<Void>>> actions = new ArrayList<>();

		private @Nullable HttpStatusCode status;

		private boolean committed;

		Response() {
			super(Unsupported.of(ServerHttpResponse.class));
		}

		void reset() {
			this.headers.clear();
			this.actions.clear();
			this.status = null;
			this.committed = false;
		}

		@Override
		public boolean setStatusCode(@Nullable HttpStatusCode status) {
			this.status = status;
			return true;
		}

		@Override
		public @Nullable HttpStatusCode getStatusCode() {
			return this.status;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public DataBufferFactory bufferFactory() {
			return DefaultDataBufferFactory.sharedInstance;
		}

		@Override
		public void beforeCommit(Supplier<? extends Mono<Void>> action) {
			this.actions.add(action);
		}

		@Override
		public boolean isCommitted() {
			return this.committed;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return Mono.from(body).flatMap((buffer) -> setComplete());
		}

		@Override
		public Mono<Void> setComplete() {
			if (this.committed) {
				return Mono.empty();
			}
			this.committed = true;
			return this.actions.isEmpty() ? Mono.empty()
					: Flux.concat(Flux.fromIterable(this.actions).map(Supplier::get)).then();
		}

	}

}
