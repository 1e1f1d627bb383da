package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A raw request path in the form in which policies are chosen: no empty segments, then no
 * {@code .} and {@code ..}, however they are spelled, so that no spelling of a path
 * escapes the policy that governs it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986, section
 * 5.2.4</a>
 */
public final class RequestPath {

	private RequestPath() {
	}

	/**
	 * Normalises a path.
	 * @param path the raw path
	 * @return the same instance when there is nothing to do; a trailing slash stays
	 */
	static String normalize(String path) {
		if (path.isEmpty()) {
			return "/";
		}
		return (path.charAt(0) != '/' || isNormal(path)) ? path : normalizeSegments(path);
	}

	/**
	 * Tells whether a path climbs, so that what a server makes of it may differ.
	 * @param path the raw path
	 * @return {@code true} if a segment is {@code ..}, in any spelling
	 */
	static boolean climbs(String path) {
		if (!path.contains("..") && path.indexOf('%') < 0) {
			return false;
		}
		for (String segment : path.split("/", -1)) {
			if (name(segment).equals("..")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tells whether a path climbs above the root it is relative to, as the path within a
	 * web application does when it leaves the application and enters it again.
	 * @param path the raw path
	 * @return {@code true} if there are more {@code ..} than segments ahead of them
	 */
	public static boolean leavesRoot(String path) {
		if (!climbs(path)) {
			return false;
		}
		int depth = 0;
		for (String segment : path.split("/")) {
			depth += switch (name(segment)) {
				case "", "." -> 0;
				case ".." -> -1;
				default -> 1;
			};
			if (depth < 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNormal(String path) {
		for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
			if (slash + 1 < path.length() && "/.%;".indexOf(path.charAt(slash + 1)) >= 0) {
				return false;
			}
		}
		return true;
	}

	private static String normalizeSegments(String path) {
		List<String> segments = new ArrayList<>();
		boolean trailingSlash = false;
		for (String segment : path.substring(1).split("/", -1)) {
			String name = name(segment);
			trailingSlash = name.isEmpty() || name.equals(".") || name.equals("..");
			if (!trailingSlash) {
				segments.add(segment);
			}
			else if (name.equals("..") && !segments.isEmpty()) {
				segments.remove(segments.size() - 1);
			}
		}
		String joined = "/" + String.join("/", segments);
		return (trailingSlash && !segments.isEmpty()) ? joined + "/" : joined;
	}

	private static String name(String segment) {
		int parameters = segment.indexOf(';');
		String name = (parameters >= 0) ? segment.substring(0, parameters) : segment;
		return (name.length() <= 6) ? name.replace("%2e", ".").replace("%2E", ".") : name;
	}

}
