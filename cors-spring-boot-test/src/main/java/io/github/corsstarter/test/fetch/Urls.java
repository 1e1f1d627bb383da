package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Addresses as browsers read them: with characters encoded that may not stand there, and
 * without a fragment.
 */
final class Urls {

	private static final String ENCODED = " \"<>\\^`{|}";

	private Urls() {
	}

	/**
	 * Return the address.
	 * @param text an address or a part of one
	 * @return the address
	 * @throws IllegalArgumentException if it is none
	 */
	static URI parse(String text) {
		int fragment = text.indexOf('#');
		return URI.create(encode((fragment < 0) ? text : text.substring(0, fragment)));
	}

	static boolean isUrl(String text) {
		try {
			return parse(text).isAbsolute();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
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
		URI target = parse(location);
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
