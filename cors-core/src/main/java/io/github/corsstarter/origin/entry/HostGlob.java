package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * Matches a host name against the host of a pattern.
 */
final class HostGlob {

	/** What stands for one or more labels at the beginning of a host. */
	static final String ANY_LABELS = "*.";

	private HostGlob() {
	}

	/**
	 * Return whether a host name within a well-formed origin matches the host of a
	 * pattern, which has a wildcard.
	 */
	static boolean matches(String glob, String text, int start, int end) {
		if (glob.equals("*")) {
			return true;
		}
		if (!glob.startsWith(ANY_LABELS)) {
			return matches(glob, 0, text, start, end);
		}
		int dot = end;
		for (int i = glob.indexOf('.'); i >= 0; i = glob.indexOf('.', i + 1)) {
			dot = text.lastIndexOf('.', dot - 1);
		}
		return dot > start && matches(glob, ANY_LABELS.length(), text, dot + 1, end);
	}

	/**
	 * Match label by label. Where the text goes on otherwise than the glob, the last
	 * wildcard takes a character more.
	 */
	private static boolean matches(String glob, int globStart, String text, int start, int end) {
		int next = globStart;
		int afterStar = -1;
		int taken = -1;
		for (int i = start; i < end; i++) {
			char expected = (next < glob.length()) ? glob.charAt(next) : 0;
			if (expected == '*' && OriginGrammar.isLowerCaseLabelCharacter(text.charAt(i))) {
				afterStar = ++next;
				taken = i;
			}
			else if (expected == text.charAt(i)) {
				next++;
			}
			else if (afterStar >= 0 && OriginGrammar.isLowerCaseLabelCharacter(text.charAt(++taken))) {
				next = afterStar;
				i = taken;
			}
			else {
				return false;
			}
		}
		return next == glob.length();
	}

}
