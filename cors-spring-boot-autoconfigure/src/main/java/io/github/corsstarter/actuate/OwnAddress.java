package io.github.corsstarter.actuate;

import org.jspecify.annotations.Nullable;

/**
 * Where the application was reached, which is what same-origin requests are told by.
 *
 * @param scheme the scheme, after forwarded headers
 * @param host the host, after forwarded headers; {@code null} if unknown
 * @param port the port; 0 or less stands for the scheme's default
 */
public record OwnAddress(String scheme, @Nullable String host, int port) {

	/** The address of an application that was not reached. */
	public static final OwnAddress UNKNOWN = new OwnAddress("", null, 0);

}
