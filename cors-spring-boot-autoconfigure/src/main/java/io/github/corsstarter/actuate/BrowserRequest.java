package io.github.corsstarter.actuate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.fetch.FetchHeader;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
import org.jspecify.annotations.Nullable;

/**
 * A request that a script asks a browser for, or a navigation, and what the browser makes
 * of it.
 *
 * @param path the raw path within the application
 * @param origin the origin of the page
 * @param method the method, as the browser normalizes it
 * @param headers the names of the headers that the script sets
 * @param navigation whether a link or a form makes the request, and no script
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard, CORS
 * protocol</a>
 */
public record BrowserRequest(String path, String origin, String method, List<String> headers, boolean navigation) {

	private static final int MAX_LENGTH = 2048;

	private static final String NAVIGATE = "navigate";

	/**
	 * Read the parameters of a question.
	 * @param path the path of the request within the application
	 * @param origin the origin of the page
	 * @param method the method of the request, by default {@code GET}
	 * @param headers the names of its headers with commas between them, by default none
	 * @param mode {@code navigate} for a link or a form, by default {@code cors}
	 * @return the request
	 * @throws InvalidQuestionException if one is missing or is not valid
	 */
	public static BrowserRequest of(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String mode) {
		return new BrowserRequest(pathOf(required("path", path)), required("origin", origin),
				methodOf(isBlank(method) ? "GET" : bounded("method", method)),
				isBlank(headers) ? List.of() : headersOf(bounded("headers", headers)),
				mode != null && !mode.isBlank() && isNavigation(mode));
	}

	private static boolean isBlank(@Nullable String value) {
		return value == null || value.isBlank();
	}

	private static String required(String name, @Nullable String value) {
		if (isBlank(value)) {
			throw invalid("The parameter '" + name + "' is required.");
		}
		return bounded(name, value);
	}

	private static String bounded(String name, @Nullable String value) {
		if (value == null || value.length() > MAX_LENGTH) {
			throw invalid("The parameter '" + name + "' must not be longer than " + MAX_LENGTH + " characters.");
		}
		return value;
	}

	private static String pathOf(String path) {
		if (!path.startsWith("/")) {
			throw invalid("The parameter 'path' must begin with a slash, such as /api/users.");
		}
		int end = indexOfAny(path, "?#");
		return encode(((end >= 0) ? path.substring(0, end) : path).replace('\\', '/'));
	}

	private static int indexOfAny(String text, String characters) {
		for (int i = 0; i < text.length(); i++) {
			if (characters.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Encodes what no browser sends as it is.
	 * @see <a href="https://url.spec.whatwg.org/#path-percent-encode-set">URL standard,
	 * path percent-encode set</a>
	 */
	private static String encode(String path) {
		StringBuilder encoded = new StringBuilder();
		path.codePoints().forEach((character) -> {
			if (character > ' ' && character < 0x7f && "\"<>^`{|}".indexOf(character) < 0) {
				encoded.append((char) character);
			}
			else {
				for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
					encoded.append("%%%02X".formatted(octet & 0xff));
				}
			}
		});
		return encoded.toString();
	}

	private static String methodOf(String method) {
		if (!HttpToken.isToken(method)) {
			throw invalid("The parameter 'method' must be a method, such as PUT.");
		}
		return FetchMethod.sent(method);
	}

	private static List<String> headersOf(String headers) {
		List<String> names = Stream.of(headers.split(","))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
		if (!names.stream().allMatch(HttpToken::isToken)) {
			throw invalid("The parameter 'headers' must be header names with commas between them, "
					+ "such as authorization,x-trace.");
		}
		return names;
	}

	private static boolean isNavigation(String mode) {
		if (!NAVIGATE.equals(mode) && !"cors".equals(mode)) {
			throw invalid("The parameter 'mode' must be cors or navigate.");
		}
		return NAVIGATE.equals(mode);
	}

	private static InvalidQuestionException invalid(String message) {
		return new InvalidQuestionException(message);
	}

	/**
	 * Return what of the path is left if it begins with a context path.
	 * @param contextPath the context path, empty for the root
	 * @return the rest of the path, or {@code null} if it does not begin so
	 */
	@Nullable String below(String contextPath) {
		if (contextPath.isEmpty() || !(this.path + "/").startsWith(contextPath + "/")) {
			return null;
		}
		return (this.path.length() > contextPath.length()) ? this.path.substring(contextPath.length()) : "/";
	}

	boolean needsPreflight() {
		return !this.navigation
				&& (!FetchMethod.isSafelisted(this.method) || !FetchHeader.unsafeNames(this.headers).isEmpty());
	}

	/**
	 * Return the headers that browsers let no script set.
	 * @return their names in lower case, once each
	 */
	List<String> forbiddenHeaders() {
		return this.headers.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter(FetchHeader::isForbiddenInRequests)
			.distinct()
			.toList();
	}

	CorsRequest preflight(OwnAddress own) {
		CorsRequest.Builder builder = CorsRequest.builder("OPTIONS", this.path)
			.sentTo(own.scheme(), own.host(), own.port())
			.origin(this.origin)
			.requestMethod(this.method);
		List<String> names = FetchHeader.unsafeNames(this.headers);
		return (names.isEmpty() ? builder : builder.requestHeaders(String.join(",", names))).build();
	}

	CorsRequest actual(OwnAddress own) {
		return CorsRequest.builder(this.method, this.path)
			.sentTo(own.scheme(), own.host(), own.port())
			.origin(this.origin)
			.fetchMode(this.navigation ? NAVIGATE : null)
			.build();
	}

}
