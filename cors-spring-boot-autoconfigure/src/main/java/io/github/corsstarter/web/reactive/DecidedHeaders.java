package io.github.corsstarter.web.reactive;

import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.web.VaryHeader;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The headers of a decision on a response: written at once, so that they survive errors
 * and can be found by others, and put right before the response is committed, so that the
 * decision has the last word.
 */
final class DecidedHeaders {

	private final ServerHttpResponse response;

	private final CorsDecision decision;

	DecidedHeaders(ServerHttpResponse response, CorsDecision decision) {
		this.response = response;
		this.decision = decision;
	}

	/**
	 * Writes the headers in place of whatever the response has of them, as often as
	 * needed. The others go as well if the policy is the one authority over them.
	 */
	void write() {
		HttpHeaders headers = this.response.getHeaders();
		this.decision.forEachOwnedHeader((name, value) -> HeaderLines.write(headers, name, value));
		addVary(headers);
	}

	/**
	 * Return {@link #write()} as something to do later.
	 */
	Mono<Void> rewrite() {
		return Mono.fromRunnable(this::write);
	}

	/**
	 * Return the headers as the application is to see them. A request of the same origin
	 * and a navigation are no CORS requests, whatever later CORS processors take them
	 * for.
	 */
	HttpHeaders visible() {
		HttpHeaders headers = this.response.getHeaders();
		boolean settled = this.decision.goesThrough() && !this.response.isCommitted();
		return settled ? SettledHeaders.of(headers) : headers;
	}

	private void addVary(HttpHeaders headers) {
		List<String> tokens = this.decision.vary();
		if (tokens.isEmpty()) {
			return;
		}
		List<String> lines = HeaderLines.written(headers, CorsHeaders.VARY);
		if (lines.isEmpty()) {
			headers.set(CorsHeaders.VARY, this.decision.varyValue());
		}
		else if (lines.size() > 1 || !lines.get(0).equals(this.decision.varyValue())) {
			headers.set(CorsHeaders.VARY, VaryHeader.merged(tokens, lines));
		}
	}

}
