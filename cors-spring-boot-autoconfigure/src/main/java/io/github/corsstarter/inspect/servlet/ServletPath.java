package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.util.StringUtils;

/**
 * The path of the dispatcher servlet, which policies count as a part of a request's path
 * and handler mappings do not.
 */
public final class ServletPath {

	/** No path: the servlet serves everything. */
	static final ServletPath ROOT = new ServletPath("/");

	private final String prefix;

	/**
	 * Create the path.
	 * @param path as in {@code spring.mvc.servlet.path}
	 */
	public ServletPath(String path) {
		this.prefix = StringUtils.trimTrailingCharacter(path, '/');
	}

	/**
	 * Return what the path adds to those below it.
	 * @return the path without a slash at its end, empty for the root
	 */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * Puts patterns below this path.
	 * @param patterns patterns of handler mappings
	 * @return patterns relative to the application
	 */
	List<String> within(Collection<String> patterns) {
		List<String> within = new ArrayList<>(patterns.size());
		for (String pattern : patterns) {
			within.add(within(pattern));
		}
		return within;
	}

	/**
	 * Puts the patterns of a filter's source below this path, where a filter of Spring's
	 * looks for them. What is for every path is so beside this path, too.
	 * @param pattern a pattern
	 * @return the pattern relative to the application
	 */
	List<String> ofFilter(String pattern) {
		return pattern.equals("/**") ? List.of(pattern) : within(List.of(pattern));
	}

	/**
	 * Return the part of a path that is this one.
	 * @param path a path relative to the application
	 * @return this path, or nothing if the other one is not below it
	 */
	String of(String path) {
		return path.startsWith(this.prefix + "/") ? this.prefix : "";
	}

	/**
	 * Puts a pattern below this path.
	 * @param pattern a pattern of a handler mapping
	 * @return the pattern relative to the application
	 */
	String within(String pattern) {
		String absolute = pattern.startsWith("/") ? pattern : "/" + pattern;
		return this.prefix + absolute;
	}

}
