package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A raw request path in the form in which policies are chosen: no empty segments, then no
 * {@code .} and {@code ..}, however they are spelled, so that no spelling of a path
 * escapes the policy that governs it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986, section
 * 5.2.4</a>
 */
public final class RequestPath {

	private static final Pattern ENCODED_SLASH = Pattern.compile("%2[fF]|%5[cC]|\\\\");

	private RequestPath() {
	}

	/**
	 * Return whether servers may read a path in several ways.
	 * @param path the raw path
	 * @return {@code true} if there may be more than one of {@link #readings(String)}
	 */
	static boolean isAmbiguous(String path) {
		return path.indexOf('%') >= 0 || path.indexOf('\\') >= 0 || path.contains("..");
	}

	/**
	 * Return all that a path may be read as: normalised and, where it climbs, raw; both
	 * also with encoded slashes taken for slashes, as some servers can be told to.
	 * @param path the raw path
	 * @return the readings, the normalised path as it was sent last
	 */
	static List<String> readings(String path) {
		List<String> readings = new ArrayList<>();
		String decoded = decodeSlashes(path);
		if (!decoded.equals(path)) {
			addReadings(decoded, readings);
		}
		addReadings(path, readings);
		return readings;
	}

	private static String decodeSlashes(String path) {
		return ENCODED_SLASH.matcher(path).replaceAll("/");
	}

	private static void addReadings(String path, List<String> readings) {
		if (climbs(path)) {
			readings.add(path);
		}
		readings.add(normalize(path));
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
	 * Return whether a path climbs, so that what a server makes of it may differ.
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
	 * Return whether a path climbs above the root it is relative to, as the path within a
	 * web application does when it leaves the application and enters it again.
	 * @param path the raw path
	 * @return {@code true} if there are more {@code ..} than segments ahead of them, with
	 * or without encoded slashes taken for slashes
	 */
	public static boolean leavesRoot(String path) {
		return isAmbiguous(path) && (sinks(path) || sinks(decodeSlashes(path)));
	}

	private static boolean sinks(String path) {
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
