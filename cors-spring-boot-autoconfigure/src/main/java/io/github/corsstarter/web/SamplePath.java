package io.github.corsstarter.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.comparison.path.PathRegions;
import io.github.corsstarter.comparison.path.PathSyntaxException;
import io.github.corsstarter.comparison.path.PatternSet;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * A path to ask about in the place of a pattern.
 *
 * @param path the path, which begins with a slash
 * @param matched whether the pattern matches it, which is only in doubt where a variable
 * has a regular expression
 */
public record SamplePath(String path, boolean matched) {

	private static final long MAX_STEPS = 1_000_000;

	private static final PatternSet NONE = PatternSet.of(List.of(), List.of());

	/**
	 * Find a path.
	 * @param pattern a path pattern
	 * @return a path that the pattern matches, if one can be found
	 */
	public static SamplePath of(String pattern) {
		String absolute = pattern.startsWith("/") ? pattern : "/" + pattern;
		String filled = filled(absolute);
		if (matches(absolute, filled)) {
			return new SamplePath(filled, true);
		}
		String shortest = shortest(absolute);
		return (shortest != null && matches(absolute, shortest)) ? new SamplePath(shortest, true)
				: new SamplePath(filled, false);
	}

	private static String filled(String pattern) {
		return pattern.replaceAll("\\{[^/{}]*(\\{[^/{}]*}[^/{}]*)*}", "sample")
			.replaceAll("\\*+", "sample")
			.replace('?', 's');
	}

	private static @Nullable String shortest(String pattern) {
		try {
			PatternSet alone = PatternSet.of(List.of(PathPattern.parse(pattern)), List.of());
			return PathRegions.of(alone, NONE, WorkLimit.of(MAX_STEPS))
				.stream()
				.filter((region) -> region.before() != null)
				.map(PathRegions.Region::path)
				.filter(Objects::nonNull)
				.map((path) -> UriUtils.encodePath(path, StandardCharsets.UTF_8))
				.findFirst()
				.orElse(null);
		}
		catch (PathSyntaxException | TooMuchWorkException ex) {
			return null;
		}
	}

	private static boolean matches(String pattern, String path) {
		try {
			return isPathPattern(pattern)
					? PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path))
					: new AntPathMatcher().match(pattern, path);
		}
		catch (IllegalArgumentException ex) {
			// The expression of a variable has groups, which Spring finds out by matching
			return false;
		}
	}

	private static boolean isPathPattern(String pattern) {
		try {
			PathPatternParser.defaultInstance.parse(pattern);
			return true;
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

}
