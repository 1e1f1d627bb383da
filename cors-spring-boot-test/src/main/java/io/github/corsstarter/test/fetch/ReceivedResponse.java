package io.github.corsstarter.test.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server answered, whether or not a page may read it.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, empty without one
 */
public record ReceivedResponse(int status, HeaderList headers, byte[] body) {

	private static final Pattern CHARSET = Pattern.compile(";[ \t]*charset=\"?([^\";, \t]+)", Pattern.CASE_INSENSITIVE);

	/**
	 * Return the body as text, in the character set that the content type names, else
	 * UTF-8.
	 * @return the text
	 */
	public String text() {
		return new String(this.body, charset());
	}

	private Charset charset() {
		String contentType = this.headers.get("Content-Type");
		Matcher matcher = CHARSET.matcher((contentType != null) ? contentType : "");
		try {
			return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.UTF_8;
		}
	}

	boolean hasOkStatus() {
		return this.status >= 200 && this.status <= 299;
	}

	/**
	 * Return whether a browser goes on to another address.
	 * @return whether there is a redirect status and an address
	 */
	boolean isRedirect() {
		return switch (this.status) {
			case 301, 302, 303, 307, 308 -> this.headers.values("Location").stream().anyMatch((url) -> !url.isEmpty());
			default -> false;
		};
	}

	@Override
	public String toString() {
		return this.status + "\n" + this.headers;
	}

}
