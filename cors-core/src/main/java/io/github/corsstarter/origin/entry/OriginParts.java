package io.github.corsstarter.origin.entry;

import java.util.Locale;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;

/**
 * A configured origin or pattern cut into scheme, host and port; path, query, user info
 * and the like are refused here.
 *
 * @param text the whole entry
 * @param scheme the scheme in lower case
 * @param hostStart where the host begins in the entry
 * @param host the host as written, with the brackets of an IPv6 address; never empty
 * @param port what stands after the colon, empty when there is no port
 */
public record OriginParts(EntryText text, String scheme, int hostStart, String host, String port) {

	private static final String DELIMITER = "://";

	private static final Pattern MISSPELT_DELIMITER = Pattern.compile("(?i)(https?|wss?)[:;]?[/\\\\]++(.+)");

	private static final Pattern COLON_ONLY = Pattern.compile("(?i)(https?|wss?):(?=[^/\\\\])(.*[.].*)");

	private static final Pattern LEADING_DELIMITER = Pattern.compile("^:?//");

	private static final Pattern LOOPBACK = Pattern.compile("(?i)(localhost|127[.]|\\[|[^/]*[.]localhost(:|$)).*");

	private static final Pattern HOST_LIKE = Pattern
		.compile("(?:[^/:?#\\\\]*[.][^/?#\\\\]*|[^/:?#\\\\]+:[0-9][^/]*|" + "\\[[^/]+|(?i:localhost))(?:/.*)?");

	/** What stands before the slash is then not the whole host. */
	private static final Pattern SLIP_IN_HOST = Pattern.compile("[^/.\\\\]+(?:/\\.|\\\\+[.]?)[a-zA-Z]");

	static OriginParts of(EntryText text) {
		String value = text.value();
		int delimiter = value.indexOf(DELIMITER);
		int firstOther = indexOfAny(value, "/?#@\\", 0);
		if (delimiter <= 0 || (firstOther >= 0 && firstOther < delimiter)) {
			throw missingScheme(text);
		}
		checkScheme(text, delimiter);
		int hostStart = delimiter + DELIMITER.length();
		int end = authorityEnd(text, hostStart);
		checkUserInfo(text, hostStart, end);
		int hostEnd = hostEnd(text, hostStart, end);
		String scheme = value.substring(0, delimiter).toLowerCase(Locale.ROOT);
		if (hostEnd == hostStart) {
			throw missingHost(text, scheme, hostStart);
		}
		checkColon(text, hostStart, hostEnd, end);
		return new OriginParts(text, scheme, hostStart, value.substring(hostStart, hostEnd),
				value.substring(Math.min(hostEnd + 1, end), end));
	}

	/** Return the index of the colon before the port, or of the end of the entry. */
	int hostEnd() {
		return this.hostStart + this.host.length();
	}

	/** Return the entry in full with another host. */
	String withHost(String replacement) {
		return this.scheme + DELIMITER + replacement + (this.port.isEmpty() ? "" : ":" + this.port);
	}

	/** Return the entry in full with another port, or without one. */
	String withPort(String replacement) {
		return this.scheme + DELIMITER + this.host + (replacement.isEmpty() ? "" : ":" + replacement);
	}

	OriginSyntaxException fault(int position, String message) {
		return this.text.fault(position, message);
	}

	OriginSyntaxException fault(int position, String message, String suggestion) {
		return this.text.fault(position, message, suggestion);
	}

	/**
	 * Put an origin together.
	 * @param scheme a scheme in lower case
	 * @param host a normalised host
	 * @param port an effective port
	 * @return the serialisation, without the scheme's default port
	 */
	public static String serialize(String scheme, String host, int port) {
		boolean implied = port == OriginGrammar.defaultPort(scheme);
		return scheme + DELIMITER + host + (implied ? "" : ":" + port);
	}

	private static OriginSyntaxException missingScheme(EntryText text) {
		String value = text.value();
		String message = "The scheme is missing: an origin begins with a scheme and ://, such as https://.";
		var misspelt = MISSPELT_DELIMITER.matcher(value);
		if (!misspelt.matches()) {
			misspelt = COLON_ONLY.matcher(value);
		}
		if (misspelt.matches()) {
			return text.fault(misspelt.end(1), "The scheme and the host are separated by ://.",
					misspelt.group(1) + DELIMITER + misspelt.group(2));
		}
		String rest = LEADING_DELIMITER.matcher(value).replaceFirst("");
		if (!HOST_LIKE.matcher(rest).matches() || rest.indexOf('@') >= 0) {
			return text.fault(0, message);
		}
		return text.fault(0, message, (LOOPBACK.matcher(rest).matches() ? "http://" : "https://") + rest);
	}

	private static void checkScheme(EntryText text, int end) {
		for (int i = 0; i < end; i++) {
			char c = text.value().charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (c == '*') {
				throw text.fault(i, "The scheme cannot have a wildcard; write one entry for each scheme.");
			}
			if (!letter && (i == 0 || !(OriginGrammar.isDigit(c) || c == '+' || c == '-' || c == '.'))) {
				throw text.fault(i, "The scheme has a character that no scheme has: a scheme begins with a letter and "
						+ "goes on with letters, digits, '+', '-' and '.'.");
			}
		}
	}

	private static int authorityEnd(EntryText text, int start) {
		String value = text.value();
		int end = indexOfAny(value, "/?#\\", start);
		if (end < 0) {
			return value.length();
		}
		if (end == value.length() - 1 && value.charAt(end) == '/') {
			return end;
		}
		if (end == start) {
			return end;
		}
		String part = switch (value.charAt(end)) {
			case '?' -> "a query";
			case '#' -> "a fragment";
			default -> "a path";
		};
		String message = "An origin ends after host and port, and this one has " + part + ".";
		if (SLIP_IN_HOST.matcher(value.substring(start)).lookingAt()) {
			throw text.fault(end, message);
		}
		throw text.fault(end, message, value.substring(0, end));
	}

	private static void checkUserInfo(EntryText text, int start, int end) {
		int at = text.value().lastIndexOf('@', end - 1);
		if (at >= start) {
			throw text.fault(start, "An origin has no user info; browsers never send any.",
					text.value().substring(0, start) + text.value().substring(at + 1));
		}
	}

	private static int hostEnd(EntryText text, int start, int end) {
		String value = text.value();
		if (start < end && value.charAt(start) == '[') {
			int bracket = value.indexOf(']', start);
			if (bracket < 0 || bracket >= end) {
				throw text.fault(start, "The bracket of the IPv6 address is not closed.");
			}
			return bracket + 1;
		}
		int colon = value.indexOf(':', start);
		if (colon < 0 || colon >= end) {
			return end;
		}
		String authority = value.substring(start, end);
		String address = Ipv6Address.canonicalize(authority);
		if (address != null) {
			throw text.fault(start, "An IPv6 address stands in brackets.",
					value.substring(0, start) + "[" + address + "]");
		}
		return colon;
	}

	private static OriginSyntaxException missingHost(EntryText text, String scheme, int position) {
		if (scheme.equals("file")) {
			return text.fault(position,
					"A file has no host: browsers send the origin null for pages opened from disk.");
		}
		return text.fault(position, "The host is missing.");
	}

	private static void checkColon(EntryText text, int start, int hostEnd, int end) {
		if (hostEnd == end) {
			return;
		}
		if (text.value().charAt(hostEnd) != ':') {
			throw text.fault(hostEnd, "Only a port may follow the IPv6 address.");
		}
		if (hostEnd + 1 == end) {
			throw text.fault(hostEnd, "The port is missing after the colon.", text.value().substring(0, hostEnd));
		}
	}

	private static int indexOfAny(String value, String characters, int from) {
		for (int i = from; i < value.length(); i++) {
			if (characters.indexOf(value.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

}
