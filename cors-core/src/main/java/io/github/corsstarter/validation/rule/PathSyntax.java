package io.github.corsstarter.validation.rule;

import org.jspecify.annotations.Nullable;

/**
 * Knows which path patterns can be parsed, and how they are compared.
 */
@FunctionalInterface
public interface PathSyntax {

	/**
	 * Check a path pattern.
	 * @param pattern a path pattern
	 * @return one sentence that says what is wrong, or {@code null} if nothing is
	 */
	@Nullable String problem(String pattern);

	/**
	 * Return whether a pattern matches paths of any case.
	 * @return {@code true} if patterns that differ in case alone match the same paths
	 */
	default boolean ignoresCase() {
		return false;
	}

}
