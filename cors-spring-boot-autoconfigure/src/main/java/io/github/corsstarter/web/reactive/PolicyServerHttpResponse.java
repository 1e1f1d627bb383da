package io.github.corsstarter.web.reactive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * A response whose CORS headers are put right after everything that the application does
 * before the response is committed, in whatever order it was asked to.
 */
class PolicyServerHttpResponse extends ServerHttpResponseDecorator {

	private final DecidedHeaders headers;

	private volatile List<Supplier<? extends Mono<Void>>> actions = List.of();

	private PolicyServerHttpResponse(ServerHttpResponse response, DecidedHeaders headers) {
		super(response);
		this.headers = headers;
	}

	static ServerHttpResponse of(ServerHttpResponse response, DecidedHeaders headers) {
		PolicyServerHttpResponse policyResponse = (response instanceof ZeroCopyHttpOutputMessage zeroCopy)
				? new ZeroCopy(response, zeroCopy, headers) : new PolicyServerHttpResponse(response, headers);
		response.beforeCommit(policyResponse::beforeCommit);
		return policyResponse;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers.visible();
	}

	@Override
	public synchronized void beforeCommit(Supplier<? extends Mono<Void>> action) {
		List<Supplier<? extends Mono<Void>>> actions = new ArrayList<>(this.actions);
		actions.add(action);
		this.actions = actions;
	}

	private Mono<Void> beforeCommit() {
		List<Supplier<? extends Mono<Void>>> actions = this.actions;
		if (actions.isEmpty()) {
			return this.headers.rewrite();
		}
		Mono<Void> all = Mono.empty();
		for (Supplier<? extends Mono<Void>> action : actions) {
			all = all.then(Mono.defer(action));
		}
		return all.doOnError((ex) -> this.headers.write()).then(this.headers.rewrite());
	}

	/**
	 * Leaves it to the server to send a file.
	 */
	private static final class ZeroCopy extends PolicyServerHttpResponse implements ZeroCopyHttpOutputMessage {

		private final ZeroCopyHttpOutputMessage message;

		ZeroCopy(ServerHttpResponse response, ZeroCopyHttpOutputMessage message, DecidedHeaders headers) {
			super(response, headers);
			this.message = message;
		}

		@Override
		public Mono<Void> writeWith(Path file, long position, long count) {
			return this.message.writeWith(file, position, count);
		}

	}

}
