package io.github.corsstarter.validation.rule;

import java.util.Locale;

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

	/**
	 * Return a pattern in the form in which it is compared with others.
	 * @param pattern a path pattern
	 * @return a text that patterns for the same paths have in common
	 */
	default String comparable(String pattern) {
		String nameless = withoutVariableNames(pattern);
		return ignoresCase() ? nameless.toLowerCase(Locale.ROOT) : nameless;
	}

	/**
	 * Leave the variables of a pattern without their names, which tell no two paths
	 * apart. Regular expressions of variables may have braces of their own.
	 */
	private static String withoutVariableNames(String pattern) {
		StringBuilder nameless = new StringBuilder(pattern.length());
		int depth = 0;
		boolean name = false;
		for (char c : pattern.toCharArray()) {
			depth += (c == '{') ? 1 : 0;
			depth -= (c == '}') ? 1 : 0;
			name = (c == '{' && depth == 1) || (name && depth == 1 && c != ':');
			if (!name || c == '{' || c == '*') {
				nameless.append(c);
			}
		}
		return nameless.toString();
	}

}
