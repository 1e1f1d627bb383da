package io.github.corsstarter.inspect;

/**
 * A path that a pattern matches.
 */
public final class SamplePath {

	private SamplePath() {
	}

	/**
	 * Fills the wildcards and variables of a pattern.
	 * @param pattern a path pattern
	 * @return a path, which the pattern matches unless a variable of it has a regular
	 * expression
	 */
	public static String of(String pattern) {
		String path = pattern.replaceAll("\\{[^/{}]*(\\{[^/{}]*}[^/{}]*)*}", "sample")
			.replaceAll("\\*+", "sample")
			.replace('?', 's');
		return path.startsWith("/") ? path : "/" + path;
	}

}
