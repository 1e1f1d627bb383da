package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;

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
		return withPath(base.resolve(target));
	}

	/**
	 * Return the address with {@code /} in the place of an empty path.
	 * @param url the address
	 * @return the address as it is requested
	 */
	static URI withPath(URI url) {
		if (url.getRawAuthority() == null || !url.getRawPath().isEmpty()) {
			return url;
		}
		return URI.create(root(url) + "/" + ((url.getRawQuery() != null) ? "?" + url.getRawQuery() : ""));
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
