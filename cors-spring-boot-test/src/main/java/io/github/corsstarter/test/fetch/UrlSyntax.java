package io.github.corsstarter.test.fetch;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whether a text is an absolute address. Chromium's console tells a value that is none
 * apart from one that is another's.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL standard, URL parsing</a>
 */
final class UrlSyntax {

	private static final Set<String> SPECIAL = Set.of("ftp", "http", "https", "ws", "wss");

	private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

	private static final Pattern SPECIAL_AUTHORITY = Pattern.compile(
			"[/\\\\]*(?:[^/\\\\?#]*@)?(\\[[0-9A-Fa-f:.]+]|[^/\\\\?#:]*)(?::([0-9]*))?(?:[/\\\\?#].*)?", Pattern.DOTALL);

	private static final Pattern FORBIDDEN_IN_HOST = Pattern.compile("[\\x00-\\x20#<>?@\\[\\\\\\]^|\\x7F]");

	private static final Pattern NUMBER = Pattern.compile("0[xX][0-9A-Fa-f]+|0[0-7]*|[1-9][0-9]*");

	private static final int MAX_PORT = 65535;

	private UrlSyntax() {
	}

	static boolean isUrl(String text) {
		Matcher url = SCHEME.matcher(text);
		if (!url.matches()) {
			return false;
		}
		return !SPECIAL.contains(HttpSyntax.lowerCase(String.valueOf(url.group(1))))
				|| isSpecial(String.valueOf(url.group(2)));
	}

	private static boolean isSpecial(String rest) {
		Matcher authority = SPECIAL_AUTHORITY.matcher(rest);
		return authority.matches() && isHost(String.valueOf(authority.group(1))) && isPort(authority.group(2));
	}

	private static boolean isHost(String host) {
		if (host.startsWith("[")) {
			return host.contains(":");
		}
		return !host.isEmpty() && !FORBIDDEN_IN_HOST.matcher(host).find()
				&& (!endsInNumber(host) || isIpv4(host.replaceFirst("\\.$", "").split("\\.")));
	}

	private static boolean endsInNumber(String host) {
		return NUMBER.matcher(host.replaceFirst("\\.$", "").replaceFirst(".*\\.", "")).matches();
	}

	/**
	 * Return whether the parts are an IPv4 address, whose last part may stand for several.
	 * @param parts the parts between the dots
	 * @return whether all fit
	 */
	private static boolean isIpv4(String[] parts) {
		for (int i = 0; i < parts.length; i++) {
			int bytes = (i < parts.length - 1) ? 1 : Math.max(5 - parts.length, 0);
			if (!NUMBER.matcher(parts[i]).matches() || parts[i].length() > 10
					|| Long.decode(parts[i]) >= 1L << (8 * bytes)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPort(@Nullable String port) {
		return port == null || port.isEmpty() || (port.length() <= 5 && Integer.parseInt(port) <= MAX_PORT);
	}

}
