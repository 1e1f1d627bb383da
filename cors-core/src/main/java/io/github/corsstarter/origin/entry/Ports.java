package io.github.corsstarter.origin.entry;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginGrammar;
import org.jspecify.annotations.Nullable;

/**
 * The effective ports of a configured entry, {@link OriginGrammar#NO_PORT} among them
 * where a scheme has no default port. Immutable.
 */
public final class Ports {

	/** No port at all, not even none. */
	public static final Ports EMPTY = new Ports(new int[0]);

	/** Any port or none. */
	private static final Ports ANY = new Ports(null);

	/** What most entries have. */
	private static final Ports HTTPS = new Ports(new int[] { 443 });

	private static final String RANGE = "A port is a number between 1 and 65535.";

	private static final int MOST_PORTS = 1_000;

	private final int @Nullable [] ports;

	private Ports(int @Nullable [] ports) {
		this.ports = ports;
	}

	/** Return the effective port, {@link OriginGrammar#NO_PORT} when there is none. */
	static int parseSingle(OriginParts parts) {
		return parts.port().isEmpty() ? OriginGrammar.defaultPort(parts.scheme())
				: parseNumber(parts, parts.port(), parts.hostEnd() + 1);
	}

	/** Return the effective ports of a pattern. */
	static Ports parse(OriginParts parts) {
		String port = parts.port();
		if (port.equals("*") || port.equals("[*]")) {
			return ANY;
		}
		checkWildcard(parts);
		if (!port.startsWith("[")) {
			int single = parseSingle(parts);
			return (single == 443) ? HTTPS : of(single);
		}
		if (!port.endsWith("]")) {
			throw parts.fault(parts.text().value().length(), "The bracket of the port list is not closed.",
					parts.withPort(port + "]"));
		}
		return parseList(parts, port.substring(1, port.length() - 1));
	}

	private static void checkWildcard(OriginParts parts) {
		int wildcard = parts.port().indexOf('*');
		if (wildcard >= 0) {
			throw parts.fault(parts.hostEnd() + 1 + wildcard,
					"A port cannot have a wildcard inside; write a list such as "
							+ "[8080,8443], or [*] for any port.");
		}
	}

	private static Ports parseList(OriginParts parts, String list) {
		String[] elements = list.split(",", -1);
		if (elements.length > MOST_PORTS) {
			throw parts.fault(parts.hostEnd() + 1,
					"A list has at most " + MOST_PORTS + " ports; write [*] for any port.", parts.withPort("[*]"));
		}
		int[] ports = new int[elements.length];
		int position = parts.hostEnd() + 2;
		for (int i = 0; i < elements.length; i++) {
			if (elements[i].isEmpty()) {
				throw parts.fault(position, "The list of ports has an empty element.");
			}
			ports[i] = parseNumber(parts, elements[i], position);
			position += elements[i].length() + 1;
		}
		return of(ports);
	}

	private static int parseNumber(OriginParts parts, String port, int position) {
		for (int i = 0; i < port.length(); i++) {
			if (!OriginGrammar.isDigit(port.charAt(i))) {
				throw parts.fault(position + i, RANGE);
			}
		}
		String digits = port.replaceFirst("^0+", "");
		if (digits.isEmpty() || digits.length() > 5 || Integer.parseInt(digits) > OriginGrammar.MAX_PORT) {
			throw parts.fault(position, RANGE);
		}
		if (digits.length() < port.length()) {
			String entry = parts.text().value();
			throw parts.fault(position, "A port has no leading zeros.",
					entry.substring(0, position) + digits + entry.substring(position + port.length()));
		}
		return Integer.parseInt(digits);
	}

	static Ports of(int... ports) {
		return new Ports(IntStream.of(ports).sorted().distinct().toArray());
	}

	/**
	 * Return whether a port is among these.
	 * @param port a port
	 * @return whether it is
	 */
	public boolean contains(int port) {
		return this.ports == null || Arrays.binarySearch(this.ports, port) >= 0;
	}

	/**
	 * Return these ports and others.
	 * @param other other ports
	 * @return a set of both
	 */
	public Ports union(Ports other) {
		if (this.ports == null || other.ports == null) {
			return ANY;
		}
		return of(IntStream.concat(IntStream.of(this.ports), IntStream.of(other.ports)).toArray());
	}

	/**
	 * Return the ports.
	 * @return the ports in ascending order, or {@code null} for any port or none
	 */
	public int @Nullable [] toArray() {
		return (this.ports != null) ? this.ports.clone() : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Ports that && Arrays.equals(this.ports, that.ports);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.ports);
	}

}
