package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.inspect.SpringClasses;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.inspect.UniformRespondent;
import io.github.corsstarter.validation.source.Respondent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.WebFilter;

/**
 * Finds out what a filter of Spring's asks, which it does not tell.
 */
final class FilterProbe {

	private FilterProbe() {
	}

	/**
	 * Return what is to be asked in place of a filter.
	 * @param sourceType the type of the filter's source
	 * @param respondent answers for the filter
	 * @return the same, which says so if the filter's source does not look at the request
	 */
	static Respondent respondent(@Nullable Class<?> sourceType, Respondent respondent) {
		return (sourceType == DefaultCorsProcessor.class) ? new UniformRespondent(respondent) : respondent;
	}

	/**
	 * Return the type of the filter's source: the type that reads a request while the
	 * filter asks for its configuration. The source may not come back, and so is waited
	 * for.
	 * @param filter the filter, possibly wrapped
	 * @return the type, which is that of the processor if the source does not look at the
	 * request, or {@code null} if it cannot be told, or if the filter or its processor is
	 * not exactly Spring's and so may answer something else
	 */
	static @Nullable Class<?> sourceType(WebFilter filter) {
		if (!isExact(filter)) {
			return null;
		}
		return TimeLimit.await(() -> {
			TrackedExchange probe = new TrackedExchange("/");
			try {
				filter.filter(probe.asExchange(), (exchange) -> Mono.empty()).subscribe();
			}
			catch (RuntimeException ex) {
				// The exchange has no response to write to; by then the source was asked
			}
			return probe.wasReadBy(FilterProbe::isOtherProcessor) ? null : probe.firstCalledBy(CorsWebFilter.class);
		}, (opaque) -> null);
	}

	/**
	 * A chain wraps the filter into one that names it.
	 */
	private static boolean isExact(WebFilter filter) {
		return filter.getClass() == CorsWebFilter.class || (SpringClasses.contains(filter.getClass())
				&& filter.toString().contains("=" + CorsWebFilter.class.getName() + "@"));
	}

	private static boolean isOtherProcessor(Class<?> type) {
		return CorsProcessor.class.isAssignableFrom(type) && type != DefaultCorsProcessor.class;
	}

}
