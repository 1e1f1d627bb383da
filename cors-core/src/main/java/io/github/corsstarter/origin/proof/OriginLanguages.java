package io.github.corsstarter.origin.proof;

import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginEntryParser;

/**
 * What can be proven about the entries of one configuration. The work that goes into all
 * of them together is limited: whatever is to be proven about a configuration is asked of
 * one object. Safe to be shared between threads.
 */
public final class OriginLanguages {

	private final OriginEntryParser parser = new OriginEntryParser();

	/**
	 * Return the language of an entry.
	 * @param entry an entry
	 * @return its language
	 */
	public OriginLanguage of(OriginEntry entry) {
		return new OriginLanguage(LanguageEntry.of(entry, limits()), limits());
	}

	/**
	 * Return what parses entries within the same limits.
	 * @return a parser for what might be written instead of an entry
	 */
	public OriginEntryParser parser() {
		return this.parser;
	}

	/**
	 * Return the limits of the work. Internal: only packages below
	 * {@code io.github.corsstarter.origin} may use them.
	 * @return the limits of the configuration
	 */
	public WorkLimits limits() {
		return this.parser.limits();
	}

}
