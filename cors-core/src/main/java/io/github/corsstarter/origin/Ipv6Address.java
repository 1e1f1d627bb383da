package io.github.corsstarter.origin;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * IPv6 addresses as hosts, without their brackets (URL standard,
 * <a href="https://url.spec.whatwg.org/#concept-ipv6-parser">parser</a> and
 * <a href="https://url.spec.whatwg.org/#concept-ipv6-serializer">serialiser</a>).
 */
public final class Ipv6Address {

	/** How many groups an address has. */
	public static final int GROUPS = 8;

	private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

	private Ipv6Address() {
	}

	/**
	 * Scan an address in canonical form, without allocating.
	 * @param text a text
	 * @param start where the address begins, after the opening bracket
	 * @return the index of the closing bracket, or -1 when what stands before it is no
	 * address in canonical form
	 */
	static int scanCanonical(String text, int start) {
		int length = text.length();
		int groups = 0;
		int compressedAt = -1;
		int zeros = 0;
		int longestBefore = 0;
		int longest = 0;
		int i = start;
		while (i < length && text.charAt(i) != ']') {
			if (text.charAt(i) == ':') {
				if (compressedAt >= 0 || zeros > 0 || !text.startsWith("::", i)) {
					return -1;
				}
				compressedAt = groups;
				longestBefore = longest;
				longest = 0;
				i += 2;
				continue;
			}
			int groupStart = i;
			while (i < length && i - groupStart < 4 && isLowerCaseHex(text.charAt(i))) {
				i++;
			}
			if (i == groupStart || i == length || ++groups > GROUPS) {
				return -1;
			}
			if (text.charAt(groupStart) == '0') {
				if (i - groupStart > 1 || groups - 1 == compressedAt) {
					return -1;
				}
				longest = Math.max(longest, ++zeros);
			}
			else {
				zeros = 0;
			}
			if (text.charAt(i) == ':' && !text.startsWith("::", i)) {
				i++;
				if (i == length || !isLowerCaseHex(text.charAt(i))) {
					return -1;
				}
			}
			else if (text.charAt(i) != ':' && text.charAt(i) != ']') {
				return -1;
			}
		}
		if (i == length) {
			return -1;
		}
		if (compressedAt < 0) {
			return (groups == GROUPS && longest < 2) ? i : -1;
		}
		int compressed = GROUPS - groups;
		return (compressed >= 2 && longestBefore < compressed && longest <= compressed) ? i : -1;
	}

	/**
	 * Parse any spelling of an address.
	 * @param text an address without brackets
	 * @return the canonical spelling, or {@code null} when the text is no address
	 */
	public static @Nullable String canonicalize(String text) {
		int[] groups = parse(text);
		return (groups != null) ? serialize(groups) : null;
	}

	/**
	 * Parse any spelling of an address.
	 * @param text an address without brackets
	 * @return its groups, or {@code null} when the text is no address
	 */
	public static int @Nullable [] parse(String text) {
		int[] address = new int[GROUPS];
		int compression = text.indexOf("::");
		if (compression < 0) {
			return (parseGroups(text, address) == GROUPS) ? address : null;
		}
		int before = parseGroups(text.substring(0, compression), address);
		if (before < 0 || text.lastIndexOf('.', compression) >= 0) {
			return null;
		}
		int[] tail = new int[GROUPS];
		int after = parseGroups(text.substring(compression + 2), tail);
		if (after < 0 || before + after >= GROUPS) {
			return null;
		}
		System.arraycopy(tail, 0, address, GROUPS - after, after);
		return address;
	}

	private static int parseGroups(String text, int[] address) {
		if (text.isEmpty()) {
			return 0;
		}
		String[] parts = text.split(":", -1);
		int count = 0;
		for (int i = 0; i < parts.length; i++) {
			boolean embedded = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
			if (count + (embedded ? 2 : 1) > GROUPS) {
				return -1;
			}
			if (embedded) {
				if (!Ipv4Address.isCanonical(parts[i], 0, parts[i].length())) {
					return -1;
				}
				String[] octets = parts[i].split("\\.");
				address[count++] = Integer.parseInt(octets[0]) << 8 | Integer.parseInt(octets[1]);
				address[count++] = Integer.parseInt(octets[2]) << 8 | Integer.parseInt(octets[3]);
			}
			else {
				if (!GROUP.matcher(parts[i]).matches()) {
					return -1;
				}
				address[count++] = Integer.parseInt(parts[i], 16);
			}
		}
		return count;
	}

	private static String serialize(int[] address) {
		int runStart = -1;
		int runLength = 1;
		for (int i = 0; i < GROUPS; i++) {
			int end = i;
			while (end < GROUPS && address[end] == 0) {
				end++;
			}
			if (end - i > runLength) {
				runStart = i;
				runLength = end - i;
			}
			i = Math.max(i, end - 1);
		}
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < GROUPS; i++) {
			if (i == runStart) {
				text.append("::");
				i += runLength - 1;
				continue;
			}
			if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
				text.append(':');
			}
			text.append(Integer.toHexString(address[i]));
		}
		return text.toString();
	}

	private static boolean isLowerCaseHex(char c) {
		return OriginGrammar.isDigit(c) || (c >= 'a' && c <= 'f');
	}

}
