package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * Matches a host name against the host of a pattern.
 */
final class HostGlob {

	private HostGlob() {
	}

	/**
	 * Return whether a host name matches.
	 * @param glob the host of a pattern, which has a wildcard
	 * @param text a well-formed origin
	 * @param start where its host begins, which is a name
	 * @param end where its host ends
	 * @return whether the glob matches the host
	 */
	static boolean matches(String glob, String text, int start, int end) {
		if (glob.equals("*")) {
			return true;
		}
		boolean anyLabels = glob.startsWith("*.");
		int globEnd = glob.length();
		int textEnd = end;
		while (true) {
			int globStart = glob.lastIndexOf('.', globEnd - 1) + 1;
			if (anyLabels && globStart == 0) {
				return true;
			}
			int textStart = Math.max(text.lastIndexOf('.', textEnd - 1) + 1, start);
			if (!matchesLabel(glob, globStart, globEnd, text, textStart, textEnd)) {
				return false;
			}
			if (globStart == 0 || textStart == start) {
				return globStart == 0 && textStart == start;
			}
			globEnd = globStart - 1;
			textEnd = textStart - 1;
		}
	}

	private static boolean matchesLabel(String glob, int globStart, int globEnd, String text, int textStart,
			int textEnd) {
		int star = indexOfStar(glob, globStart, globEnd);
		if (star == globEnd) {
			return globEnd - globStart == textEnd - textStart
					&& text.regionMatches(textStart, glob, globStart, globEnd - globStart);
		}
		int from = textStart;
		int literalStart = globStart;
		boolean first = true;
		while (star < globEnd) {
			int length = star - literalStart;
			int found = first ? (text.regionMatches(from, glob, literalStart, length) ? from : -1)
					: indexOf(text, from + 1, textEnd, glob, literalStart, length);
			if (found < 0 || found + length > textEnd) {
				return false;
			}
			from = found + length;
			literalStart = star + 1;
			star = indexOfStar(glob, literalStart, globEnd);
			first = false;
		}
		int length = globEnd - literalStart;
		int last = textEnd - length;
		return last > from && text.regionMatches(last, glob, literalStart, length)
				&& isLowerCase(text, textStart, textEnd);
	}

	private static int indexOfStar(String glob, int from, int end) {
		int star = glob.indexOf('*', from);
		return (star < 0 || star > end) ? end : star;
	}

	private static int indexOf(String text, int from, int end, String literal, int literalStart, int length) {
		for (int i = from; i + length <= end; i++) {
			if (text.regionMatches(i, literal, literalStart, length)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isLowerCase(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (!OriginGrammar.isLowerCaseLabelCharacter(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

}
