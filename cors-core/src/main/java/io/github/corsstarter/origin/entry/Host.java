package io.github.corsstarter.origin.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.Ipv4Address;
import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;

/**
 * Normalises the host of a configured entry: names label by label, addresses to their
 * canonical form.
 */
final class Host {

	/** The full stop and what IDNA 2003 and UTS 46 alike read as one. */
	private static final String DOTS = ".\u3002\uFF0E\uFF61";

	private Host() {
	}

	/** Return a host without wildcards as it is in a serialised origin. */
	static String normalize(OriginParts parts) {
		if (parts.host().startsWith("[")) {
			return normalizeIpv6(parts);
		}
		if (isDot(parts)) {
			return parts.host();
		}
		String host = labels(parts).stream().map((label) -> normalize(parts, label)).collect(Collectors.joining("."));
		checkLength(parts, host);
		return isWeb(parts) ? normalizeIpv4(parts, host) : host;
	}

	private static String normalizeIpv6(OriginParts parts) {
		String written = parts.host().substring(1, parts.host().length() - 1);
		String address = Ipv6Address.canonicalize(written);
		if (address == null) {
			throw parts.fault(parts.hostStart(), (written.indexOf('%') >= 0)
					? "An IPv6 address has no zone in an origin." : "What stands in brackets is not an IPv6 address.");
		}
		return "[" + address + "]";
	}

	private static String normalizeIpv4(OriginParts parts, String host) {
		int lastLabel = host.lastIndexOf('.') + 1;
		if (!OriginGrammar.isNumber(host, lastLabel, host.length())) {
			return host;
		}
		String address = Ipv4Address.canonicalize(host);
		if (address == null) {
			throw parts.fault(parts.hostStart(),
					"A host whose last label is a number is an IPv4 address, and this one is none.");
		}
		return address;
	}

	/** Cut a host that is no IPv6 address into its labels, none of them empty. */
	static List<Label> labels(OriginParts parts) {
		String host = parts.host();
		List<Label> labels = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= host.length(); i++) {
			if (i == host.length() || DOTS.indexOf(host.charAt(i)) >= 0) {
				if (i == start) {
					throw emptyLabel(parts, i);
				}
				labels.add(new Label(parts.hostStart() + start, host.substring(start, i)));
				start = i + 1;
			}
		}
		return labels;
	}

	private static OriginSyntaxException emptyLabel(OriginParts parts, int index) {
		String host = parts.host();
		int position = parts.hostStart() + index;
		if (index > 0 && index == host.length()) {
			return parts.fault(position - 1,
					"The host ends with a dot, which makes it another origin than the one without.",
					parts.withHost(host.substring(0, index - 1)));
		}
		if (index == 0) {
			return parts.fault(position,
					"The host begins with a dot; for subdomains write *. in allowed-origin-patterns.",
					parts.withHost(host.startsWith(".*") ? host.substring(1) : "*" + host));
		}
		return parts.fault(position, "There is nothing between two dots of the host.");
	}

	/** Put a label without wildcards in lower case, or punycode where it is not ASCII. */
	static String normalize(OriginParts parts, Label label) {
		String value = label.value();
		String normalized = value;
		if (isWeb(parts)) {
			normalized = isAscii(value) ? value.toLowerCase(Locale.ROOT) : InternationalLabel.toAscii(parts, label);
		}
		for (int i = 0; i < normalized.length(); i++) {
			if (!OriginGrammar.isLabelCharacter(normalized.charAt(i))) {
				throw badCharacter(parts, label.position() + i);
			}
		}
		checkLength(parts, label, normalized.length());
		return normalized;
	}

	/** Refuse a label that is longer than DNS allows. */
	static void checkLength(OriginParts parts, Label label, int length) {
		if (length > OriginGrammar.MAX_LABEL_LENGTH) {
			throw parts.fault(label.position(), "A label of the host has " + length
					+ " characters, and no host name has one of more than " + OriginGrammar.MAX_LABEL_LENGTH + ".");
		}
	}

	/** Refuse a host that is longer than DNS allows. */
	static void checkLength(OriginParts parts, String host) {
		if (host.length() > OriginGrammar.MAX_HOST_LENGTH) {
			throw parts.fault(parts.hostStart(), "The host has " + host.length()
					+ " characters, and no host has more than " + OriginGrammar.MAX_HOST_LENGTH + ".");
		}
	}

	/** Say why a character of the host is refused. */
	static OriginSyntaxException badCharacter(OriginParts parts, int position) {
		int codePoint = parts.text().value().codePointAt(position);
		if (codePoint == '%') {
			return parts.fault(position, "A host is not percent-encoded in an origin.");
		}
		if (codePoint == ',' || codePoint == ';') {
			return parts.fault(position, "One entry holds one origin; make each origin an entry of its own.");
		}
		if (codePoint >= 0x80) {
			return parts.fault(position, "Only hosts of http, https, ws and wss may have characters beyond ASCII, and "
					+ codePoint(codePoint) + " is one.");
		}
		return parts.fault(position,
				"The host has the character '" + Character.toString(codePoint) + "', which no host has.");
	}

	/** Name a character that may not be printable. */
	static String codePoint(int codePoint) {
		return String.format(Locale.ROOT, "U+%04X", codePoint);
	}

	static boolean isWeb(OriginParts parts) {
		return OriginGrammar.defaultPort(parts.scheme()) != OriginGrammar.NO_PORT;
	}

	/**
	 * The host {@code .} is one where hosts are taken as they are, as in {@code app://.}.
	 */
	private static boolean isDot(OriginParts parts) {
		return !isWeb(parts) && parts.host().equals(".");
	}

	static boolean isAscii(String text) {
		return text.chars().allMatch((c) -> c < 0x80);
	}

	/** A label, and where it begins in the entry. */
	record Label(int position, String value) {

	}

}
