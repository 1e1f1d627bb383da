package io.github.corsstarter.origin;

/**
 * The grammar of a serialised origin as browsers send it in the {@code Origin} header
 * (<a href="https://fetch.spec.whatwg.org/#origin-header">Fetch standard</a>), checked in
 * one pass without allocating.
 * <p>
 * A scan answers with a packed {@code long}, so that the hot path learns where scheme,
 * host and port are without an object: negative for {@link #MALFORMED} and {@link #NULL},
 * else to be read with the accessors of this class.
 */
public final class OriginGrammar {

	/** Most bytes of an origin, all parts included. */
	public static final int MAX_LENGTH = 512;

	/** Most characters of a host. */
	public static final int MAX_HOST_LENGTH = 253;

	/** Most characters of a label of a host name. */
	public static final int MAX_LABEL_LENGTH = 63;

	/** Greatest port. */
	public static final int MAX_PORT = 65535;

	/** The port of an origin whose scheme has no default port and that names none. */
	public static final int NO_PORT = -1;

	/** Result of a scan: not an origin. */
	static final long MALFORMED = -1;

	/** Result of a scan: the literal {@code null}. */
	static final long NULL = -2;

	private static final int NAME = 0;

	private static final int ADDRESS = 1;

	private static final int KIND_BITS = 1;

	private static final int PORT_BITS = 17;

	private static final int INDEX_BITS = 10;

	private OriginGrammar() {
	}

	/**
	 * Scan the value of an {@code Origin} header.
	 * @param text any text
	 * @return {@link #MALFORMED}, {@link #NULL}, or where the parts are
	 */
	public static long scan(String text) {
		int length = text.length();
		if (length > MAX_LENGTH) {
			return MALFORMED;
		}
		if (text.equals("null")) {
			return NULL;
		}
		int schemeEnd = scanScheme(text);
		if (schemeEnd <= 0 || !text.startsWith("://", schemeEnd)) {
			return MALFORMED;
		}
		int defaultPort = defaultPort(text, schemeEnd);
		int hostStart = schemeEnd + 3;
		int host = scanHost(text, hostStart, defaultPort != NO_PORT);
		if (host < 0) {
			return MALFORMED;
		}
		int hostEnd = host >> KIND_BITS;
		int port = defaultPort;
		if (hostEnd < length) {
			port = scanPort(text, hostEnd);
			if (port < 0 || port == defaultPort) {
				return MALFORMED;
			}
		}
		return pack(schemeEnd, host, port);
	}

	private static long pack(int schemeEnd, int host, int port) {
		return (((long) schemeEnd << PORT_BITS | port + 1) << (INDEX_BITS + KIND_BITS)) | host;
	}

	/**
	 * Return where the scheme ends.
	 * @param scan a non-negative scan
	 * @return the index of the colon after the scheme
	 */
	public static int schemeEnd(long scan) {
		return (int) (scan >>> (PORT_BITS + INDEX_BITS + KIND_BITS));
	}

	/**
	 * Return where the host begins.
	 * @param scan a non-negative scan
	 * @return the index of the host's first character
	 */
	public static int hostStart(long scan) {
		return schemeEnd(scan) + 3;
	}

	/**
	 * Return where the host ends.
	 * @param scan a non-negative scan
	 * @return the index after the host's last character
	 */
	public static int hostEnd(long scan) {
		return (int) (scan >>> KIND_BITS) & ((1 << INDEX_BITS) - 1);
	}

	/**
	 * Return the effective port.
	 * @param scan a non-negative scan
	 * @return the port that is written, else the scheme's default, else {@link #NO_PORT}
	 */
	public static int port(long scan) {
		return ((int) (scan >>> (INDEX_BITS + KIND_BITS)) & ((1 << PORT_BITS) - 1)) - 1;
	}

	/**
	 * Return whether the host is a name, which wildcards may match, as opposed to an IP
	 * address or, in schemes that know no IPv4 address, a host whose last label is a
	 * number. The host {@code .} of such a scheme is a name.
	 * @param scan a non-negative scan
	 * @return whether the host is a name
	 */
	public static boolean isName(long scan) {
		return (scan & ((1 << KIND_BITS) - 1)) == NAME;
	}

	/**
	 * Return the default port of a scheme.
	 * @param text a text that begins with a scheme in lower case
	 * @param schemeEnd where the scheme ends
	 * @return the default port, or {@link #NO_PORT} for any scheme but http, https, ws
	 * and wss
	 */
	static int defaultPort(String text, int schemeEnd) {
		return switch (schemeEnd) {
			case 2 -> text.startsWith("ws") ? 80 : NO_PORT;
			case 3 -> text.startsWith("wss") ? 443 : NO_PORT;
			case 4 -> text.startsWith("http") ? 80 : NO_PORT;
			case 5 -> text.startsWith("https") ? 443 : NO_PORT;
			default -> NO_PORT;
		};
	}

	/**
	 * Return the default port of a scheme.
	 * @param scheme a scheme in lower case
	 * @return the default port, or {@link #NO_PORT} for any scheme but http, https, ws
	 * and wss
	 */
	public static int defaultPort(String scheme) {
		return defaultPort(scheme, scheme.length());
	}

	/**
	 * Return the host of an origin.
	 * @param origin a well-formed origin
	 * @return its host, an IPv6 address with its brackets
	 */
	public static String host(String origin) {
		long scan = scan(origin);
		return origin.substring(hostStart(scan), hostEnd(scan));
	}

	/**
	 * Return whether a host is an IP address.
	 * @param host the host of an origin of the web
	 * @return whether it is an address, as opposed to a name
	 */
	public static boolean isAddress(String host) {
		return host.startsWith("[") || isNumber(host, host.lastIndexOf('.') + 1, host.length());
	}

	/**
	 * Return whether a label makes its host an IPv4 address when it is the last one (URL
	 * standard, "ends in a number checker").
	 * @param text a text
	 * @param start where the label begins
	 * @param end where the label ends
	 * @return whether the label is a decimal or hexadecimal number
	 */
	public static boolean isNumber(String text, int start, int end) {
		if (start == end) {
			return false;
		}
		if (end - start >= 2 && text.charAt(start) == '0' && (text.charAt(start + 1) | 0x20) == 'x') {
			for (int i = start + 2; i < end; i++) {
				if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
					return false;
				}
			}
			return true;
		}
		for (int i = start; i < end; i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether a character may stand in the host name of a scheme other than http,
	 * https, ws and wss.
	 * @param c a character
	 * @return whether it is an ASCII letter or digit, a dash or an underscore
	 */
	public static boolean isLabelCharacter(char c) {
		return isLowerCaseLabelCharacter(c) || (c >= 'A' && c <= 'Z');
	}

	/**
	 * Return whether a character may stand in a label of a host name in its canonical
	 * form.
	 * @param c a character
	 * @return whether it is a lower-case ASCII letter, a digit, a dash or an underscore
	 */
	public static boolean isLowerCaseLabelCharacter(char c) {
		return (c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '_';
	}

	/**
	 * Return whether a character is a digit.
	 * @param c a character
	 * @return whether it is an ASCII digit
	 */
	public static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static int scanScheme(String text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			boolean letter = c >= 'a' && c <= 'z';
			if (!letter && (i == 0 || !(isDigit(c) || c == '+' || c == '-' || c == '.'))) {
				return i;
			}
		}
		return length;
	}

	private static int scanHost(String text, int start, boolean web) {
		if (text.startsWith("[", start)) {
			int end = Ipv6Address.scanCanonical(text, start + 1);
			return (end < 0) ? -1 : ((end + 1) << KIND_BITS) | ADDRESS;
		}
		int length = text.length();
		if (!web && isDot(text, start)) {
			return ((start + 1) << KIND_BITS) | NAME;
		}
		int labelStart = start;
		int end = start;
		for (; end < length && text.charAt(end) != ':'; end++) {
			char c = text.charAt(end);
			if (c == '.') {
				if (end == labelStart || end - labelStart > MAX_LABEL_LENGTH) {
					return -1;
				}
				labelStart = end + 1;
			}
			else if (!(web ? isLowerCaseLabelCharacter(c) : isLabelCharacter(c))) {
				return -1;
			}
		}
		if (end == labelStart || end - labelStart > MAX_LABEL_LENGTH || end - start > MAX_HOST_LENGTH) {
			return -1;
		}
		if (!isNumber(text, labelStart, end)) {
			return (end << KIND_BITS) | NAME;
		}
		if (web && !Ipv4Address.isCanonical(text, start, end)) {
			return -1;
		}
		return (end << KIND_BITS) | ADDRESS;
	}

	/**
	 * The host of a scheme that is none of the web may be a dot, as in Electron's
	 * {@code app://.}: in the URL standard it is opaque.
	 */
	private static boolean isDot(String text, int start) {
		return text.startsWith(".", start) && (start + 1 == text.length() || text.charAt(start + 1) == ':');
	}

	private static int scanPort(String text, int colon) {
		int length = text.length();
		int digits = length - colon - 1;
		if (text.charAt(colon) != ':' || digits < 1 || digits > 5 || text.charAt(colon + 1) == '0') {
			return -1;
		}
		int port = 0;
		for (int i = colon + 1; i < length; i++) {
			char c = text.charAt(i);
			if (!isDigit(c)) {
				return -1;
			}
			port = port * 10 + (c - '0');
		}
		return (port <= MAX_PORT) ? port : -1;
	}

}
