package io.github.corsstarter.validation.subject;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Words a proposal for an origin entry, which may be right only under the key of another
 * kind of entries.
 */
public final class EntryRemedy {

	private final OriginEntryParser parser;

	EntryRemedy(OriginEntryParser parser) {
		this.parser = parser;
	}

	/**
	 * Propose another entry.
	 * @param value the entry at fault
	 * @param kind what it is written as
	 * @param correction what to write, or {@code null} if only a person can know
	 * @return one sentence
	 */
	public String of(ConfiguredValue<String> value, EntryKind kind, @Nullable String correction) {
		if (correction == null || kind == EntryKind.REGEX) {
			return Remedy.correct(value, correction);
		}
		if (!isPattern(correction)) {
			return Remedy.move(value, EntryKind.REGEX, correction);
		}
		boolean pattern = kind == EntryKind.EXACT && correction.indexOf('*') >= 0;
		return pattern ? Remedy.move(value, EntryKind.PATTERN, correction) : Remedy.correct(value, correction);
	}

	/** Every origin is a pattern, too. */
	private boolean isPattern(String text) {
		try {
			this.parser.pattern(text);
			return true;
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

}
