package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Addresses as browsers read them: without white space around them, with slashes for
 * backslashes, with characters encoded that may not stand there, and without a fragment.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL standard, URL parsing</a>
 */
final class Urls {

	private static final String ENCODED = " \"<>\\^`{|}";

	private static final Pattern IGNORED = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\t\r\n]|#.*",
			Pattern.DOTALL);

	private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

	private static final Set<String> SPECIAL = Set.of("ftp", "http", "https", "ws", "wss");

	private Urls() {
	}

	/**
	 * Return the address.
	 * @param text an absolute address
	 * @return the address
	 * @throws IllegalArgumentException if it is none
	 */
	static URI parse(String text) {
		return parse(text, null);
	}

	static boolean isUrl(String text) {
		try {
			return parse(text).isAbsolute();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Return the address or a part of one.
	 * @param text the text
	 * @param base the scheme of the address that a part is for, or {@code null}
	 */
	private static URI parse(String text, @Nullable String base) {
		String address = IGNORED.matcher(text).replaceAll("");
		int query = address.indexOf('?');
		int end = (query >= 0) ? query : address.length();
		return URI.create(encode(hierarchy(address.substring(0, end), base) + address.substring(end)));
	}

	/**
	 * Return scheme, host and path. Any number of slashes and backslashes stands before
	 * the host of a special scheme, which a part has from its base.
	 */
	private static String hierarchy(String text, @Nullable String base) {
		Matcher absolute = SCHEME.matcher(text);
		String scheme = absolute.matches() ? String.valueOf(absolute.group(1)) : "";
		String effective = (scheme.isEmpty() && base != null) ? base : HttpSyntax.lowerCase(scheme);
		if (!SPECIAL.contains(effective)) {
			return text;
		}
		String path = text.substring(scheme.isEmpty() ? 0 : scheme.length() + 1).replace('\\', '/');
		if (effective.equals(base) && !path.startsWith("//")) {
			return path;
		}
		return (scheme.isEmpty() ? "" : scheme + ":") + path.replaceFirst("/*", "//");
	}

	private static String encode(String text) {
		StringBuilder encoded = new StringBuilder();
		text.codePoints().forEach((c) -> {
			String character = Character.toString(c);
			if (c <= 0x20 || c >= 0x7F || ENCODED.indexOf(c) >= 0) {
				for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
					encoded.append(String.format("%%%02X", b));
				}
			}
			else {
				encoded.append(character);
			}
		});
		return encoded.toString();
	}

	/**
	 * Return the address that a {@code Location} header names.
	 * @param base the address that was answered with it
	 * @param location the header's value
	 * @return the absolute address
	 * @throws IllegalArgumentException if it is none
	 */
	static URI resolve(URI base, String location) {
		URI target = parse(location, HttpSyntax.lowerCase(base.getScheme()));
		if (target.toString().isEmpty()) {
			return base;
		}
		if (target.getRawSchemeSpecificPart().startsWith("?") && !target.isAbsolute()) {
			// java.net.URI drops the last segment of the path
			return URI.create(root(base) + base.getRawPath() + target);
		}
		return requested(base.resolve(target));
	}

	/**
	 * Return the address as it is requested: with {@code /} in the place of an empty
	 * path, and without the segments {@code .} and {@code ..}, encoded or not.
	 * @param url an address
	 * @return the address as a server sees it
	 * @see <a href="https://url.spec.whatwg.org/#path-state">URL standard, path state</a>
	 */
	static URI requested(URI url) {
		if (url.getRawAuthority() == null) {
			return url;
		}
		return URI.create(root(url) + withoutDots(url.getRawPath())
				+ ((url.getRawQuery() != null) ? "?" + url.getRawQuery() : ""));
	}

	private static String withoutDots(String path) {
		Deque<String> segments = new ArrayDeque<>();
		for (String segment : path.replaceFirst("^/", "").split("/", -1)) {
			String decoded = segment.replaceAll("%2[eE]", ".");
			if (decoded.equals("..")) {
				segments.pollLast();
			}
			else if (!decoded.equals(".")) {
				segments.add(segment);
			}
		}
		boolean folder = path.replaceAll("%2[eE]", ".").matches("(.*/)?\\.\\.?");
		return "/" + String.join("/", segments) + ((folder && !segments.isEmpty()) ? "/" : "");
	}

	private static String root(URI url) {
		return url.getScheme() + "://" + url.getRawAuthority();
	}

	static boolean isHttp(URI url) {
		return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
	}

	static boolean hasCredentials(URI url) {
		return url.getRawAuthority() != null && url.getRawAuthority().indexOf('@') >= 0;
	}

}
