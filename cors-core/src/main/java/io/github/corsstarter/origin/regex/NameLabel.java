package io.github.corsstarter.origin.regex;

import org.jspecify.annotations.Nullable;

/**
 * Writes the last label of a pattern's host as a regular expression that matches no
 * number, because a host whose last label is a number is no name.
 * <p>
 * A label is read by a machine that looks for the end of a number: nothing read yet, a
 * single zero, a decimal number, a hexadecimal number, and a label that has become a
 * name, whatever follows.
 */
public final class NameLabel {

	/** Any label of lower-case characters. */
	public static final String ANY = "[a-z0-9_-]+";

	private static final int NOTHING = 0;

	private static final int ZERO = 1;

	private static final int DECIMAL = 2;

	private static final int HEXADECIMAL = 3;

	private static final int NAME = 4;

	private static final String REST = "[a-z0-9_-]*";

	/**
	 * What a wildcard matches that leads from the state of the row to the state of the
	 * column, names first because they make the better examples.
	 */
	private static final @Nullable String[][] WILDCARDS = {
			{ null, "0", "(?:[1-9][0-9]*|0[0-9]+)", "0x[0-9a-f]*",
					"(?:[a-z_-]|[1-9][0-9]*[a-z_-]|0[0-9]+[a-z_-]|0[a-wyz_-]|0x[0-9a-f]*[g-z_-])" + REST },
			{ null, null, "[0-9]+", "x[0-9a-f]*", "(?:[a-wyz_-]|[0-9]+[a-z_-]|x[0-9a-f]*[g-z_-])" + REST },
			{ null, null, "[0-9]+", null, "[0-9]*[a-z_-]" + REST },
			{ null, null, null, "[0-9a-f]+", "[0-9a-f]*[g-z_-]" + REST }, { null, null, null, null, ANY } };

	private NameLabel() {
	}

	/**
	 * Write a label.
	 * @param label a label in lower case with single asterisks for any characters
	 * @return an expression for all that the label matches but numbers
	 */
	public static String expression(String label) {
		@Nullable String[] rest = { null, null, null, null, "" };
		for (int i = label.length() - 1; i >= 0; i--) {
			rest = (label.charAt(i) == '*') ? wildcard(rest) : character(label.charAt(i), rest);
		}
		return String.valueOf(rest[NOTHING]);
	}

	private static @Nullable String[] wildcard(@Nullable String[] rest) {
		@Nullable String[] from = new @Nullable String[rest.length];
		for (int state = NOTHING; state <= NAME; state++) {
			StringBuilder alternatives = new StringBuilder();
			for (int next = NAME; next > NOTHING; next--) {
				if (WILDCARDS[state][next] != null && rest[next] != null) {
					alternatives.append(alternatives.isEmpty() ? "" : "|")
						.append(WILDCARDS[state][next])
						.append(rest[next]);
				}
			}
			boolean several = alternatives.indexOf("|") >= 0;
			from[state] = several ? "(?:" + alternatives + ")" : alternatives.toString();
		}
		return from;
	}

	private static @Nullable String[] character(char c, @Nullable String[] rest) {
		@Nullable String[] from = new @Nullable String[rest.length];
		for (int state = NOTHING; state <= NAME; state++) {
			String next = rest[next(state, c)];
			from[state] = (next != null) ? c + next : null;
		}
		return from;
	}

	private static int next(int state, char c) {
		boolean digit = c >= '0' && c <= '9';
		return switch (state) {
			case NOTHING -> (c == '0') ? ZERO : digit ? DECIMAL : NAME;
			case ZERO -> (c == 'x') ? HEXADECIMAL : digit ? DECIMAL : NAME;
			case DECIMAL -> digit ? DECIMAL : NAME;
			case HEXADECIMAL -> (digit || (c >= 'a' && c <= 'f')) ? HEXADECIMAL : NAME;
			default -> NAME;
		};
	}

}
