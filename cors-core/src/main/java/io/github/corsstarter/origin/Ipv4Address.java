package io.github.corsstarter.origin;

import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses as hosts (<a href="https://url.spec.whatwg.org/#concept-ipv4-parser">URL
 * standard</a>).
 */
public final class Ipv4Address {

	private static final long MAX_ADDRESS = 0xFFFF_FFFFL;

	private Ipv4Address() {
	}

	/**
	 * Return whether a part of a text is an address in canonical form, without
	 * allocating.
	 * @param text a text
	 * @param start where the part begins
	 * @param end where the part ends
	 * @return whether it is four decimal numbers up to 255 without leading zeros
	 */
	static boolean isCanonical(String text, int start, int end) {
		int numbers = 0;
		int i = start;
		while (i < end && numbers < 4) {
			int numberStart = i;
			int value = 0;
			while (i < end && OriginGrammar.isDigit(text.charAt(i)) && i - numberStart < 4) {
				value = value * 10 + (text.charAt(i++) - '0');
			}
			int digits = i - numberStart;
			if (digits == 0 || value > 255 || (digits > 1 && text.charAt(numberStart) == '0')) {
				return false;
			}
			numbers++;
			if (i == end) {
				return numbers == 4;
			}
			if (text.charAt(i++) != '.') {
				return false;
			}
		}
		return false;
	}

	/**
	 * Parse any spelling of an address that the URL standard knows: one to four decimal,
	 * octal or hexadecimal numbers.
	 * @param host a host in lower case
	 * @return the canonical spelling, or {@code null} when the host is no such address
	 */
	public static @Nullable String canonicalize(String host) {
		String[] parts = host.split("\\.", -1);
		if (parts.length > 4) {
			return null;
		}
		long address = 0;
		for (int i = 0; i < parts.length; i++) {
			boolean last = i == parts.length - 1;
			long limit = last ? MAX_ADDRESS >>> (8 * i) : 255;
			long value = parseNumber(parts[i]);
			if (value < 0 || value > limit) {
				return null;
			}
			address |= last ? value : value << (8 * (3 - i));
		}
		return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
	}

	private static long parseNumber(String text) {
		int radix = 10;
		String digits = text;
		if (text.startsWith("0x")) {
			radix = 16;
			digits = text.substring(2);
			if (digits.isEmpty()) {
				return 0;
			}
		}
		else if (text.length() > 1 && text.startsWith("0")) {
			radix = 8;
			digits = text.substring(1);
		}
		if (digits.isEmpty()) {
			return -1;
		}
		long value = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = Character.digit(digits.charAt(i), radix);
			if (digit < 0) {
				return -1;
			}
			value = Math.min(value * radix + digit, MAX_ADDRESS + 1);
		}
		return value;
	}

}
