package io.github.corsstarter.validation.subject;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.advice.Proposals;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Words a proposal for an origin entry, which may be right only under the key of another
 * kind of entries.
 */
public final class EntryRemedy {

	private final WorkLimits limits;

	/**
	 * Create what words proposals.
	 * @param limits the work that may go into what is proven about them
	 */
	public EntryRemedy(WorkLimits limits) {
		this.limits = limits;
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
			OriginPattern.parse(text, this.limits.automaton());
			return true;
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return what may be proposed in place of an entry that cannot be parsed.
	 * @param error why it cannot
	 * @return another entry, or {@code null}
	 */
	public @Nullable String vet(OriginSyntaxException error) {
		return Proposals.vet(error, this.limits);
	}

	/**
	 * Return what may be proposed as an exact origin.
	 * @param text a text that may be one
	 * @return an origin, or what was probably meant: an origin, or a pattern or a regular
	 * expression that is confined, or {@code null}
	 */
	public @Nullable String origin(String text) {
		return Proposals.ofOrigin(text, this.limits);
	}

	/**
	 * Return what may be proposed as a pattern.
	 * @param text a text that may be one
	 * @return a pattern or a regular expression that is confined, or {@code null}
	 */
	public @Nullable String pattern(String text) {
		return Proposals.ofPattern(text, this.limits);
	}

}
