package io.github.corsstarter.policy.text;

/**
 * How far two words are apart.
 */
public final class EditDistance {

	private EditDistance() {
	}

	/**
	 * Count insertions, deletions, substitutions and transpositions of neighbours.
	 * @param left a word
	 * @param right another word
	 * @return the least number of edits from one to the other
	 */
	public static int between(String left, String right) {
		int[] beforeLast = new int[right.length() + 1];
		int[] last = new int[right.length() + 1];
		int[] row = new int[right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				if (i == 0 || j == 0) {
					row[j] = i + j;
					continue;
				}
				int substitution = (left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1;
				row[j] = Math.min(last[j - 1] + substitution, Math.min(last[j], row[j - 1]) + 1);
				if (areTransposed(left, right, i, j)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
			}
			int[] oldest = beforeLast;
			beforeLast = last;
			last = row;
			row = oldest;
		}
		return last[right.length()];
	}

	private static boolean areTransposed(String left, String right, int i, int j) {
		return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
	}

}
