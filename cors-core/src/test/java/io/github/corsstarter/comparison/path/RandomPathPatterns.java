package io.github.corsstarter.comparison.path;

import java.util.Random;

/**
 * Path patterns and paths that have something to do with one another.
 */
final class RandomPathPatterns {

	private static final String[] SEGMENTS = { "a", "ab", "b", "*", "*", "{x}", "{y}", "a*", "*b", "a.*", "*.b", "?",
			"a?", "??", "{x}-{y}", "a{x}", "{x}b", "{x:a+}", "{x:[a-c]*}", "{x:[^a]}", "{y:(?:a|b){1,2}}", "{y:.*}",
			"{x:a}{y:b*}", "{x:\\w+}", "{x:[~-]?}", "~a", "\u00e9", "{x:(a|b)}", "{x:[a-z&&[^a]]+}", "***", "?*",
			"{y:\\d*\\.b}", "A", "a b", "%", "{x:[.]+}", "{x:a|}", "\ud83d\ude00", "{x:[^/]+}", "", "**", "{*z}" };

	private static final String[] VALUES = { "a", "b", "ab", "aa", "bb", "A", "c", "a-b", "-", "a.b", ".b", "a.", "...",
			"~", "~a", "-a", "\u00e9", "e", "\u00ea", "1", "1.b", "%", "a b", " ", "\ud83d\ude00", "x", "abab", "_" };

	private final Random random;

	RandomPathPatterns(long seed) {
		this.random = new Random(seed);
	}

	String pattern() {
		StringBuilder pattern = new StringBuilder();
		int segments = this.random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			pattern.append('/').append(SEGMENTS[this.random.nextInt(SEGMENTS.length)]);
		}
		switch (this.random.nextInt(8)) {
			case 0, 1 -> pattern.append("/**");
			case 2 -> pattern.append("/{*rest}");
			case 3 -> pattern.append('/');
			default -> {
			}
		}
		return pattern.isEmpty() ? "/" : pattern.toString();
	}

	String path() {
		StringBuilder path = new StringBuilder();
		int segments = this.random.nextInt(5);
		for (int i = 0; i < segments; i++) {
			path.append('/').append(VALUES[this.random.nextInt(VALUES.length)]);
		}
		return (path.isEmpty() || this.random.nextInt(4) == 0) ? path.append('/').toString() : path.toString();
	}

}
