package io.github.corsstarter.inspect.servlet;

import java.util.Collection;
import java.util.List;

/**
 * The path of the dispatcher servlet, which policies count as a part of a request's path
 * and handler mappings do not.
 */
public final class ServletPath {

	private final String prefix;

	/**
	 * Creates the path.
	 * @param path as in {@code spring.mvc.servlet.path}
	 */
	public ServletPath(String path) {
		this.prefix = path.replaceFirst("/+$", "");
	}

	/**
	 * Puts patterns below this path.
	 * @param patterns patterns of handler mappings
	 * @return patterns relative to the application
	 */
	List<String> within(Collection<String> patterns) {
		return patterns.stream().map(this::within).toList();
	}

	private String within(String pattern) {
		String absolute = pattern.startsWith("/") ? pattern : "/" + pattern;
		return this.prefix + absolute;
	}

}
