package io.github.corsstarter.origin.automaton;

/**
 * A set of ASCII characters that can stand in a serialised origin; any other character is
 * left out, because no origin has it.
 *
 * @param low the characters below 64, one bit each
 * @param high the characters from 64 on, one bit each
 */
public record CharacterSet(long low, long high) {

	/** Characters that a {@code CharacterSet} can hold are below this one. */
	public static final int LIMIT = 128;

	/** No character. */
	public static final CharacterSet NONE = new CharacterSet(0, 0);

	/** Every character of a well-formed origin, whatever its scheme. */
	public static final CharacterSet ALL = ofRanges("AZazAZ09--..//::[[]]__++");

	/** Decimal digits. */
	public static final CharacterSet DIGITS = ofRanges("09");

	/** What {@code \w} stands for. */
	public static final CharacterSet WORD = ofRanges("AZaz09__");

	/** The characters of a label of a host name of the web. */
	public static final CharacterSet LABEL = ofRanges("az09--__");

	/** The characters of a label of a host of another scheme, which keeps capitals. */
	public static final CharacterSet FOREIGN_LABEL = ofRanges("AZaz09--__");

	/** Hexadecimal digits, as addresses have them. */
	public static final CharacterSet HEXADECIMAL = ofRanges("09af");

	/**
	 * Return the set of some characters.
	 * @param characters any characters
	 * @return a set of those that can stand in an origin
	 */
	public static CharacterSet of(String characters) {
		CharacterSet set = NONE;
		for (char c : characters.toCharArray()) {
			set = set.union(of(c));
		}
		return set;
	}

	/**
	 * Return the set of one character.
	 * @param c any character
	 * @return a set of it, or {@link #NONE} when no origin has it
	 */
	public static CharacterSet of(char c) {
		return range(c, c);
	}

	/**
	 * Return the characters of a range that can stand in an origin.
	 * @param first the first character
	 * @param last the last character, included
	 * @return a set, perhaps empty
	 */
	public static CharacterSet range(char first, char last) {
		return bits(first, last).intersection(ALL);
	}

	private static CharacterSet ofRanges(String pairs) {
		CharacterSet set = NONE;
		for (int i = 0; i < pairs.length(); i += 2) {
			set = set.union(bits(pairs.charAt(i), pairs.charAt(i + 1)));
		}
		return set;
	}

	private static CharacterSet bits(char first, char last) {
		long low = 0;
		long high = 0;
		for (int c = first; c <= Math.min(last, LIMIT - 1); c++) {
			if (c < Long.SIZE) {
				low |= 1L << c;
			}
			else {
				high |= 1L << c;
			}
		}
		return new CharacterSet(low, high);
	}

	/**
	 * Return whether a character is in this set.
	 * @param c any character
	 * @return whether it is one of the set
	 */
	public boolean contains(char c) {
		return c < LIMIT && (((c < Long.SIZE) ? this.low : this.high) >>> c & 1) != 0;
	}

	/**
	 * Return how many characters there are.
	 * @return the number of characters
	 */
	public int size() {
		return Long.bitCount(this.low) + Long.bitCount(this.high);
	}

	/**
	 * Return the first character.
	 * @return the lowest one of a set that is not empty
	 */
	public char first() {
		return (char) ((this.low != 0) ? Long.numberOfTrailingZeros(this.low)
				: Long.SIZE + Long.numberOfTrailingZeros(this.high));
	}

	/**
	 * Return the characters of two sets.
	 * @param other another set
	 * @return what is in one of them
	 */
	public CharacterSet union(CharacterSet other) {
		return new CharacterSet(this.low | other.low, this.high | other.high);
	}

	/**
	 * Return the characters that two sets have in common.
	 * @param other another set
	 * @return what is in both of them
	 */
	public CharacterSet intersection(CharacterSet other) {
		return new CharacterSet(this.low & other.low, this.high & other.high);
	}

	/**
	 * Return the characters that are not in this set.
	 * @return the rest of {@link #ALL}
	 */
	public CharacterSet complement() {
		return new CharacterSet(ALL.low & ~this.low, ALL.high & ~this.high);
	}

}
