package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.inspect.TimeLimit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/**
 * Finds out what a filter of Spring's asks, which it does not tell.
 */
final class FilterProbe {

	private FilterProbe() {
	}

	/**
	 * Return the type of the filter's source: the type that reads a request while the
	 * filter asks for its configuration.
	 * @param filter the filter, possibly wrapped
	 * @return the type, or {@code null} if it does not look at the request
	 */
	static @Nullable Class<?> sourceType(WebFilter filter) {
		return TimeLimit.await(() -> {
			ProbeExchange probe = new ProbeExchange("/");
			try {
				filter.filter(probe.asExchange(), (exchange) -> Mono.empty()).subscribe();
			}
			catch (RuntimeException ex) {
				// The exchange has no response to write to; by then the source was asked
			}
			return probe.firstCalledBy(CorsWebFilter.class);
		}, (opaque) -> null);
	}

}
