package io.github.corsstarter.validation;

import io.github.corsstarter.origin.Confinement;
import io.github.corsstarter.origin.OriginLanguage;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Words a proposal for an origin entry, which may be right only under the key of another
 * kind of entries.
 */
final class EntryRemedy {

	private EntryRemedy() {
	}

	/**
	 * Proposes another entry.
	 * @param value the entry at fault
	 * @param kind what it is written as
	 * @param correction what to write, or {@code null} if only a person can know
	 * @return one sentence
	 */
	static String of(ConfiguredValue<String> value, OriginParser.Kind kind, @Nullable String correction) {
		if (correction == null || kind == OriginParser.Kind.REGEX) {
			return Remedy.correct(value, correction);
		}
		if (!isPattern(correction)) {
			return Remedy.move(value, "allowed-origin-regexes", correction);
		}
		boolean pattern = kind == OriginParser.Kind.EXACT && correction.indexOf('*') >= 0;
		return pattern ? Remedy.move(value, "allowed-origin-patterns", correction) : Remedy.correct(value, correction);
	}

	/** Every origin is a pattern, too. */
	private static boolean isPattern(String text) {
		try {
			OriginPattern.parse(text);
			return true;
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

	/**
	 * Returns what may be proposed as a pattern.
	 * @param text a text that may be one
	 * @return a pattern or a regular expression that is confined, or {@code null}
	 */
	static @Nullable String pattern(String text) {
		try {
			OriginPattern pattern = OriginPattern.parse(text);
			Confinement confinement = OriginLanguage.of(pattern).confinement();
			return confinement.confined() ? pattern.toString() : confinement.correction();
		}
		catch (OriginSyntaxException ex) {
			return ex.suggestion();
		}
	}

}
