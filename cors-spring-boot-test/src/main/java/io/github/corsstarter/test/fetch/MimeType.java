package io.github.corsstarter.test.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a content type is without its parameters.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/#parsing-a-mime-type">MIME sniffing
 * standard, parsing a MIME type</a>
 */
final class MimeType {

	private static final Pattern ESSENCE = Pattern.compile("([^/]*)/([^;]*)(;.*)?", Pattern.DOTALL);

	private MimeType() {
	}

	/**
	 * Return type and subtype in lower case.
	 * @param contentType the value of a {@code Content-Type} header
	 * @return the essence, or {@code null} if the value is no MIME type
	 */
	static @Nullable String essence(String contentType) {
		Matcher matcher = ESSENCE.matcher(HttpSyntax.normalize(contentType));
		if (!matcher.matches()) {
			return null;
		}
		String type = String.valueOf(matcher.group(1));
		String subtype = String.valueOf(matcher.group(2)).replaceFirst("[ \t\r\n]+$", "");
		return (HttpSyntax.isToken(type) && HttpSyntax.isToken(subtype)) ? HttpSyntax.lowerCase(type + "/" + subtype)
				: null;
	}

}
