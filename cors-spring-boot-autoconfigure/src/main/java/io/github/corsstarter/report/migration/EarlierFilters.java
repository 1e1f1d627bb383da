package io.github.corsstarter.report.migration;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.PathPatternSyntax;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The filters that answer before any handler is asked.
 *
 * @param filters the filters, the first ahead of the others
 */
record EarlierFilters(List<CorsSource> filters) {

	static EarlierFilters among(List<CorsSource> sources) {
		return new EarlierFilters(sources.stream().filter(EarlierFilters::isOne).toList());
	}

	static boolean isOne(CorsSource source) {
		return source.kind() == CorsSource.Kind.CORS_FILTER || source.kind() == CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	/**
	 * Return what a person calls them.
	 */
	List<String> phrases() {
		return this.filters.stream().map(CorsSource::phrase).toList();
	}

	/**
	 * Find the filter that answers on a path.
	 * @param path a path pattern
	 * @return the filter, or {@code null} if a handler answers
	 */
	@Nullable CorsSource on(String path) {
		return this.filters.stream()
			.filter((filter) -> filter.configuration() != null && covers(filter, path))
			.findFirst()
			.orElse(null);
	}

	private static boolean covers(CorsSource filter, String path) {
		PathContainer sample = PathContainer.parsePath(SamplePath.of(path).path());
		return filter.paths()
			.stream()
			.anyMatch((pattern) -> new PathPatternSyntax().problem(pattern) == null
					&& PathPatternParser.defaultInstance.parse(pattern).matches(sample));
	}

}
