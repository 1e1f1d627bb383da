package io.github.corsstarter.report.migration;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.policy.CorsPolicyDefinition;

/**
 * Names policies after the classes and beans whose configuration they take over. Not safe
 * for use by several threads.
 */
final class PolicyNames {

	private final Set<String> used = new HashSet<>(Set.of(CorsPolicyDefinition.BASE));

	/**
	 * Return a name that no other policy has.
	 * @param source the name of a class or bean, with or without a method
	 * @return a name of letters and digits
	 */
	String next(String source) {
		String word = word(source);
		String name = word;
		for (int i = 2; !this.used.add(name); i++) {
			name = word + i;
		}
		return name;
	}

	private static String word(String name) {
		String type = name.replaceFirst("#.*$", "");
		String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
		String word = simple.replaceFirst("(Rest)?Controller$", "").replaceAll("[^A-Za-z0-9]", "");
		String letters = word.toLowerCase(Locale.ROOT);
		return (letters.isEmpty() || letters.chars().allMatch(Character::isDigit)) ? "policy" + letters : letters;
	}

}
