package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Adds tokens to a {@code Vary} without repeating any.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-vary">RFC 9110, section
 * 12.5.5</a>
 */
public final class VaryHeader {

	private VaryHeader() {
	}

	/**
	 * Joins the tokens that a response still lacks.
	 * @param tokens the tokens to add
	 * @param lines the lines the response has
	 * @return a value for one more line, or {@code null} if no token is missing
	 */
	public static @Nullable String missing(List<String> tokens, Collection<String> lines) {
		List<String> missing = new ArrayList<>(tokens.size());
		for (String token : tokens) {
			if (!contains(lines, token) && !contains(missing, token)) {
				missing.add(token);
			}
		}
		return missing.isEmpty() ? null : String.join(", ", missing);
	}

	/**
	 * Merges tokens with those that a response has.
	 * @param tokens the tokens to add
	 * @param lines the lines the response has
	 * @return one value with each token once
	 */
	public static String merged(List<String> tokens, List<String> lines) {
		Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		List<String> merged = new ArrayList<>();
		for (String line : lines) {
			for (String token : tokens(line)) {
				if (known.add(token)) {
					merged.add(token);
				}
			}
		}
		for (String token : tokens) {
			if (known.add(token)) {
				merged.add(token);
			}
		}
		return String.join(", ", merged);
	}

	/**
	 * Splits a line into its tokens.
	 * @param line the line
	 * @return the tokens in their order
	 */
	public static List<String> tokens(String line) {
		List<String> tokens = new ArrayList<>();
		for (String part : line.split(",", -1)) {
			String token = part.strip();
			if (!token.isEmpty()) {
				tokens.add(token);
			}
		}
		return tokens;
	}

	private static boolean contains(Collection<String> lines, String token) {
		for (String line : lines) {
			if (line.equalsIgnoreCase(token) || (line.indexOf(',') >= 0 && containsToken(line, token))) {
				return true;
			}
		}
		return false;
	}

	private static boolean containsToken(String line, String token) {
		for (String candidate : tokens(line)) {
			if (candidate.equalsIgnoreCase(token)) {
				return true;
			}
		}
		return false;
	}

}
