package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page or a server is: scheme, host and port, or nowhere ({@code null}).
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case
 * @param text the origin as browsers send it
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin">HTML
 * standard, origin</a>
 */
public record WebOrigin(String scheme, String host, String text) {

	/**
	 * The origin of sandboxed frames and of files: the same as no other, not even itself.
	 */
	public static final WebOrigin OPAQUE = new WebOrigin("", "", "null");

	private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*]|[^:]*)(?::([0-9]*))?");

	private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

	/**
	 * Return the origin that a browser sends with exactly these words.
	 * @param text the value of an {@code Origin} header
	 * @return the origin
	 * @throws IllegalArgumentException if no browser sends this
	 */
	public static WebOrigin parse(String text) {
		if (text.equals(OPAQUE.text)) {
			return OPAQUE;
		}
		WebOrigin origin = Urls.isUrl(text) ? of(Urls.parse(text)) : OPAQUE;
		if (!HOST.matcher(origin.host).matches()) {
			throw new IllegalArgumentException(
					"'" + text + "' is not an origin. Write scheme://host[:port], such as https://app.example.com.");
		}
		if (!origin.text.equals(text)) {
			throw new IllegalArgumentException(
					"'" + text + "' is not an origin as browsers send it. Write " + origin.text + ".");
		}
		return origin;
	}

	/**
	 * Return the origin of an address.
	 * @param url the address
	 * @return its origin
	 */
	public static WebOrigin of(URI url) {
		String scheme = HttpSyntax.lowerCase(String.valueOf(url.getScheme()));
		Matcher authority = AUTHORITY.matcher((url.getRawAuthority() != null) ? url.getRawAuthority() : "");
		if (!authority.matches() || String.valueOf(authority.group(1)).isEmpty()) {
			return OPAQUE;
		}
		String host = HttpSyntax.lowerCase(String.valueOf(authority.group(1)));
		String port = (authority.group(2) != null) ? String.valueOf(authority.group(2)) : "";
		boolean defaultPort = port.isEmpty() || port.equals(defaultPort(scheme));
		return new WebOrigin(scheme, host, scheme + "://" + host + (defaultPort ? "" : ":" + port));
	}

	private static String defaultPort(String scheme) {
		return switch (scheme) {
			case "http" -> "80";
			case "https" -> "443";
			default -> "";
		};
	}

	boolean isOpaque() {
		return this.text.equals(OPAQUE.text);
	}

	/**
	 * Return whether a page here reads everything that a server there answers.
	 * @param other the other origin
	 * @return whether both are the same origin
	 */
	public boolean isSameOrigin(WebOrigin other) {
		return !isOpaque() && equals(other);
	}

	/**
	 * Return whether both are of one site: of one scheme, and of one host or registrable
	 * domain.
	 * @param other the other origin
	 * @param siteHost gives the registrable domain of a host, or the host itself where it
	 * has none
	 * @return whether both are of one site
	 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#same-site">HTML
	 * standard, same site</a>
	 */
	boolean isSameSite(WebOrigin other, UnaryOperator<String> siteHost) {
		return !isOpaque() && this.scheme.equals(other.scheme)
				&& (this.host.equals(other.host) || siteHost.apply(this.host).equals(siteHost.apply(other.host)));
	}

	/**
	 * Return whether the way to it is protected, or stays on the machine, so that a
	 * browser adds the {@code Sec-Fetch-*} headers.
	 * @return whether the origin is potentially trustworthy
	 */
	boolean isTrustworthy() {
		return this.scheme.equals("https") || this.host.equals("localhost") || this.host.endsWith(".localhost")
				|| this.host.equals("[::1]") || this.host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
	}

	@Override
	public String toString() {
		return this.text;
	}

}
