package io.github.corsstarter.web;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a request was sent to. {@link URI} knows no host that has an underscore, and
 * servers do.
 *
 * @param host the host, or {@code null} if it is not known
 * @param port the port; 0 or less stands for the scheme's default
 */
public record Authority(@Nullable String host, int port) {

	/**
	 * Read the authority of a URI.
	 * @param uri a URI
	 * @return host and port, as far as there are any
	 */
	public static Authority of(URI uri) {
		String authority = uri.getRawAuthority();
		if (uri.getHost() != null || authority == null) {
			return new Authority(uri.getHost(), uri.getPort());
		}
		int colon = authority.lastIndexOf(':');
		if (colon < 0) {
			return new Authority(authority, -1);
		}
		return new Authority(authority.substring(0, colon), port(authority.substring(colon + 1)));
	}

	private static int port(String digits) {
		try {
			return Integer.parseInt(digits);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
