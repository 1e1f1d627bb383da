package io.github.corsstarter.origin.entry;

import java.net.IDN;
import java.text.Normalizer;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.entry.Host.Label;
import org.jspecify.annotations.Nullable;

/**
 * Turns an internationalised label into punycode, and refuses it where that has more than
 * one reading.
 * <p>
 * The JDK knows IDNA 2003 only, browsers use UTS 46 (non-transitional). A label is
 * accepted when it is made of letters, digits and combining marks that are the same host
 * in both: no deviation character, nothing that one of them ignores, maps differently or
 * does not know. In doubt it is refused, because a wrong reading would allow somebody
 * else's host.
 */
final class InternationalLabel {

	/**
	 * Sharp s in both cases, final sigma and the two joiners: UTS 46, section 4, and its
	 * table of deviations.
	 */
	private static final String DEVIATIONS = "\u00DF\u1E9E\u03C2\u200C\u200D";

	/** Letters and marks that cannot be seen, which UTS 46 ignores or forbids. */
	private static final String IGNORABLE = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u3164\uFFA0";

	private InternationalLabel() {
	}

	static String toAscii(OriginParts parts, Label label) {
		String mapped = map(label.value());
		Host.checkLength(parts, label, mapped.length());
		boolean clear = mapped.codePoints().allMatch(InternationalLabel::isUnambiguous)
				&& !isMark(mapped.codePointAt(0)) && label.value().chars().noneMatch((c) -> DEVIATIONS.indexOf(c) >= 0);
		String ascii = clear ? ascii(label.value(), mapped) : null;
		if (ascii == null) {
			throw parts.fault(label.position(),
					"The label '" + label.value() + "' has no punycode form that all browsers and "
							+ "libraries agree on; write it in punycode (xn--...), as the browser sends it.");
		}
		return ascii;
	}

	private static @Nullable String ascii(String label, String mapped) {
		try {
			String ascii = IDN.toASCII(label);
			return (ascii.equals(IDN.toASCII(mapped)) && IDN.toUnicode(ascii).equals(mapped)) ? ascii : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String map(String label) {
		StringBuilder lowerCase = new StringBuilder();
		Normalizer.normalize(label, Normalizer.Form.NFKC)
			.codePoints()
			.map(Character::toLowerCase)
			.forEach(lowerCase::appendCodePoint);
		return Normalizer.normalize(lowerCase, Normalizer.Form.NFKC);
	}

	private static boolean isUnambiguous(int codePoint) {
		if (codePoint < 0x80) {
			return OriginGrammar.isLowerCaseLabelCharacter((char) codePoint);
		}
		return (Character.isLetterOrDigit(codePoint) || isMark(codePoint)) && IGNORABLE.indexOf(codePoint) < 0
				&& DEVIATIONS.indexOf(codePoint) < 0;
	}

	private static boolean isMark(int codePoint) {
		int type = Character.getType(codePoint);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

}
