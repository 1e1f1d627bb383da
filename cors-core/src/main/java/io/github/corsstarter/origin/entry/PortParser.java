package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * Parses the port of a configured origin, and the ports of a configured pattern.
 */
final class PortParser {

	private static final String RANGE = "A port is a number between 1 and 65535.";

	private static final int MOST_PORTS = 1_000;

	private PortParser() {
	}

	/**
	 * Parse the port of an exact origin.
	 * @param parts the entry
	 * @return the effective port: the scheme's default when none is written,
	 * {@link OriginGrammar#NO_PORT} when there is no default either
	 */
	static int parsePort(OriginParts parts) {
		return parts.port().isEmpty() ? OriginGrammar.defaultPort(parts.scheme())
				: parse(parts, parts.port(), parts.hostEnd() + 1);
	}

	/**
	 * Parse the ports of a pattern.
	 * @param parts the entry
	 * @return the effective ports in ascending order, or {@code null} for any port or
	 * none
	 */
	static PortSet parsePorts(OriginParts parts) {
		String port = parts.port();
		if (port.equals("*") || port.equals("[*]")) {
			return PortSet.ANY;
		}
		checkWildcard(parts);
		if (!port.startsWith("[")) {
			return PortSet.of(parsePort(parts));
		}
		if (!port.endsWith("]")) {
			throw parts.text()
				.fault(parts.text().value().length(), "The bracket of the port list is not closed.",
						parts.withPort(port + "]"));
		}
		return parseList(parts, port.substring(1, port.length() - 1));
	}

	private static void checkWildcard(OriginParts parts) {
		int wildcard = parts.port().indexOf('*');
		if (wildcard >= 0) {
			throw parts.text()
				.fault(parts.hostEnd() + 1 + wildcard, "A port cannot have a wildcard inside; write a list such as "
						+ "[8080,8443], or [*] for any port.");
		}
	}

	private static PortSet parseList(OriginParts parts, String list) {
		String[] elements = list.split(",", -1);
		if (elements.length > MOST_PORTS) {
			throw parts.text()
				.fault(parts.hostEnd() + 1, "A list has at most " + MOST_PORTS + " ports; write [*] for any port.",
						parts.withPort("[*]"));
		}
		int[] ports = new int[elements.length];
		int position = parts.hostEnd() + 2;
		for (int i = 0; i < elements.length; i++) {
			if (elements[i].isEmpty()) {
				throw parts.text().fault(position, "The list of ports has an empty element.");
			}
			ports[i] = parse(parts, elements[i], position);
			position += elements[i].length() + 1;
		}
		return PortSet.of(ports);
	}

	private static int parse(OriginParts parts, String port, int position) {
		for (int i = 0; i < port.length(); i++) {
			if (!OriginGrammar.isDigit(port.charAt(i))) {
				throw parts.text().fault(position + i, RANGE);
			}
		}
		String digits = port.replaceFirst("^0+", "");
		if (digits.isEmpty() || digits.length() > 5 || Integer.parseInt(digits) > OriginGrammar.MAX_PORT) {
			throw parts.text().fault(position, RANGE);
		}
		if (digits.length() < port.length()) {
			String entry = parts.text().value();
			throw parts.text()
				.fault(position, "A port has no leading zeros.",
						entry.substring(0, position) + digits + entry.substring(position + port.length()));
		}
		return Integer.parseInt(digits);
	}

}
