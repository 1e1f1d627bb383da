package io.github.corsstarter.actuate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(\\d{1,5}))?");

	/**
	 * Return another address of the same application.
	 * @param host a host, perhaps with a port, or {@code null} for this one
	 * @return the address
	 * @throws InvalidQuestionException if the host cannot be meant
	 */
	OwnAddress at(@Nullable String host) {
		if (host == null || host.isBlank()) {
			return this;
		}
		Matcher matcher = HOST.matcher(host.strip());
		if (!matcher.matches()) {
			throw new InvalidQuestionException(
					"The parameter 'host' must be a host, such as app.example.com or app.example.com:8443.");
		}
		return new OwnAddress(this.scheme, matcher.group(1),
				(matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 0);
	}

}
