package io.github.corsstarter.inspect.servlet;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The URL patterns that a filter is registered for.
 */
final class UrlPatterns {

	private static final String EVERY_PATH = "/**";

	private final List<String> paths;

	/**
	 * Create the patterns.
	 * @param urlPatterns patterns of the servlet specification, none of them for all
	 */
	UrlPatterns(Collection<String> urlPatterns) {
		this.paths = urlPatterns.isEmpty() ? List.of(EVERY_PATH)
				: urlPatterns.stream().map(UrlPatterns::toPathPattern).toList();
	}

	private static String toPathPattern(String urlPattern) {
		if (urlPattern.endsWith("/*")) {
			return urlPattern + "*";
		}
		return urlPattern.startsWith("*.") ? "/**/" + urlPattern : urlPattern;
	}

	/**
	 * Return the same as path patterns.
	 * @return the patterns
	 */
	List<String> paths() {
		return this.paths;
	}

	/**
	 * Return whether the filter is called for a path.
	 * @param path a path within the application
	 * @return {@code true} if one of the patterns matches it
	 */
	boolean include(String path) {
		PathContainer container = PathContainer.parsePath(path);
		return this.paths.stream()
			.anyMatch((pattern) -> PathPatternParser.defaultInstance.parse(pattern).matches(container));
	}

	/**
	 * Leaves of a source what the filter is called for.
	 * @param source the source of the filter
	 * @return the source with the patterns of either that are narrower
	 */
	CorsSource restrict(CorsSource source) {
		boolean everywhere = source.paths().isEmpty() || source.paths().equals(List.of(EVERY_PATH));
		return everywhere ? source.withPaths(this.paths) : source;
	}

}
