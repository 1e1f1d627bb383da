package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a language, and what can be proven about it alone.
 */
abstract sealed class LanguageEntry permits ExactEntry, SubdomainsEntry, AutomatonEntry {

	static LanguageEntry of(OriginEntry entry, WorkLimits limits) {
		if (entry instanceof ExactOrigin exact) {
			return new ExactEntry(exact);
		}
		if (entry instanceof OriginPattern pattern) {
			return SubdomainsEntry.of(pattern, limits);
		}
		return new AutomatonEntry(entry, limits);
	}

	abstract boolean matches(String origin);

	/** Return an origin that is accepted, or {@code null} when none is known. */
	abstract @Nullable String example();

	abstract boolean isUnmatchable();

	/** Return an accepted web origin of some hosts, {@code null} when none is known. */
	@Nullable String example(Hosts hosts) {
		return null;
	}

	/**
	 * Return why it cannot be told whether such an origin is accepted, or {@code null}.
	 */
	@Nullable String undecided(Hosts hosts) {
		return null;
	}

	/**
	 * Return whether others together accept all that this one does, as far as can be
	 * told.
	 */
	abstract boolean isCoveredBy(List<LanguageEntry> others);

	abstract Confinement confinement();

	/**
	 * Return the automaton of what the entry accepts.
	 * @return an automaton that may also accept texts that are no origins
	 * @throws TooMuchWorkException when it takes too much work to make it
	 */
	abstract Automaton automaton();

}
