package io.github.corsstarter.origin;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * Labels of host names that say in ASCII what is none, such as {@code xn--mnchen-3ya}
 * (RFC 3492). Browsers refuse the URL of a host with a label that begins so and is no
 * internationalised name in its canonical form
 * (<a href="https://www.unicode.org/reports/tr46/#Validity_Criteria">UTS 46, validity
 * criteria</a>).
 */
public final class Punycode {

	private static final String PREFIX = "xn--";

	private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final int BASE = 36;

	private static final int MAX_THRESHOLD = 26;

	private static final int SKEW = 38;

	private static final int DAMP = 700;

	private static final int INITIAL_BIAS = 72;

	private static final int INITIAL_CODE_POINT = 0x80;

	private Punycode() {
	}

	/**
	 * Return the label for which browsers refuse a host. Only what every version of
	 * Unicode agrees on is found.
	 * @param host the host of an origin of the web, or of a pattern for such origins
	 * @return the first label that is not valid punycode and has no wildcard, or
	 * {@code null} when there is none
	 */
	public static @Nullable String invalidLabel(String host) {
		for (int start = host.indexOf(PREFIX); start >= 0; start = host.indexOf(PREFIX, start + 1)) {
			int end = host.indexOf('.', start);
			String label = host.substring(start, (end < 0) ? host.length() : end);
			boolean begins = start == 0 || host.charAt(start - 1) == '.';
			if (begins && label.indexOf('*') < 0 && !isValid(label.substring(PREFIX.length()))) {
				return label;
			}
		}
		return null;
	}

	private static boolean isValid(String encoded) {
		StringBuilder decoded = decode(encoded);
		return decoded != null && !decoded.isEmpty() && !isMark(decoded.codePointAt(0))
				&& decoded.codePoints().anyMatch((c) -> c >= INITIAL_CODE_POINT)
				&& decoded.codePoints().noneMatch(Punycode::isMapped)
				&& Normalizer.isNormalized(decoded, Normalizer.Form.NFKC);
	}

	/**
	 * Whether browsers put something else in place of a character, or refuse it. Cherokee
	 * is the one script that is mapped to capitals.
	 */
	private static boolean isMapped(int codePoint) {
		boolean capital = Character.toLowerCase(codePoint) != codePoint
				&& Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.CHEROKEE;
		return capital || Character.isISOControl(codePoint) || Character.isSpaceChar(codePoint);
	}

	private static boolean isMark(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	private static @Nullable StringBuilder decode(String encoded) {
		int delimiter = Math.max(0, encoded.lastIndexOf('-'));
		StringBuilder decoded = new StringBuilder(encoded.substring(0, delimiter));
		int length = decoded.length();
		int bias = INITIAL_BIAS;
		int position = (delimiter > 0) ? delimiter + 1 : 0;
		long codePoint = INITIAL_CODE_POINT;
		long index = 0;
		while (position < encoded.length()) {
			long before = index;
			long weight = 1;
			for (int k = BASE;; k += BASE) {
				int digit = (position < encoded.length()) ? DIGITS.indexOf(encoded.charAt(position++)) : -1;
				index += digit * weight;
				if (digit < 0 || index > Integer.MAX_VALUE) {
					return null;
				}
				int threshold = Math.max(1, Math.min(MAX_THRESHOLD, k - bias));
				if (digit < threshold) {
					break;
				}
				weight *= BASE - threshold;
			}
			length++;
			bias = adapt(index - before, length, before == 0);
			codePoint += index / length;
			index %= length;
			if (codePoint > Character.MAX_CODE_POINT
					|| (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
				return null;
			}
			decoded.insert(decoded.offsetByCodePoints(0, (int) index++), Character.toChars((int) codePoint));
		}
		return decoded;
	}

	private static int adapt(long delta, int length, boolean first) {
		long rest = first ? delta / DAMP : delta / 2;
		rest += rest / length;
		int bias = 0;
		while (rest > (BASE - 1) * MAX_THRESHOLD / 2) {
			rest /= BASE - 1;
			bias += BASE;
		}
		return bias + (int) (BASE * rest / (rest + SKEW));
	}

}
