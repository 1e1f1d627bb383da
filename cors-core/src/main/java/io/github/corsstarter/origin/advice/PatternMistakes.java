package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.proof.Confinement.Fault;
import io.github.corsstarter.origin.proof.Confinement.Kind;
import io.github.corsstarter.origin.proof.ConfinementProof;
import org.jspecify.annotations.Nullable;

/**
 * Finds the usual mistakes in a pattern that is not confined, by mending them and looking
 * whether that helps.
 */
public final class PatternMistakes {

	private final String text;

	private final int hostStart;

	private final String host;

	public PatternMistakes(OriginPattern pattern) {
		this.text = pattern.toString();
		this.hostStart = pattern.scheme().length() + "://".length();
		this.host = pattern.host();
	}

	/**
	 * Return where the wildcard in the last label stands.
	 * @return a 0-based index, or -1 when there is none
	 */
	public int openEnd() {
		int star = this.host.lastIndexOf('*');
		return (star > this.host.lastIndexOf('.')) ? this.hostStart + star : -1;
	}

	/**
	 * Find the change that confines the pattern.
	 * @param budget what pays for the search
	 * @return the change, or {@code null} when none of the usual ones does
	 * @throws TooMuchWorkException when the budget does not suffice to tell
	 */
	public @Nullable EntryCorrection correction(ProofBudget budget) {
		if (startsWithinName()) {
			int end = this.host.indexOf('.');
			String label = this.host.substring(1, (end < 0) ? this.host.length() : end);
			EntryCorrection correction = correction("*." + this.host.substring(1),
					new Fault(Kind.MISSING_BOUNDARY, this.hostStart, "Nothing separates the wildcard from '" + label
							+ "', so it also matches longer names that end with it."),
					budget);
			if (correction != null) {
				return correction;
			}
		}
		if (openEnd() < 0) {
			return null;
		}
		int star = openEnd() - this.hostStart;
		return correction(this.host.substring(0, star) + this.host.substring(star + 1),
				new Fault(Kind.TRAILING_WILDCARD, openEnd(), "The wildcard at the end lets the host go on."), budget);
	}

	/**
	 * A dot in front of a hyphen would begin a name that nobody can register. What is
	 * written so, such as {@code *--site.netlify.app}, means names that end with it.
	 */
	private boolean startsWithinName() {
		return this.host.length() > 1 && this.host.charAt(0) == '*' && Character.isLetterOrDigit(this.host.charAt(1));
	}

	private @Nullable EntryCorrection correction(String correctedHost, Fault fault, ProofBudget budget) {
		String corrected = this.text.substring(0, this.hostStart) + correctedHost
				+ this.text.substring(this.hostStart + this.host.length());
		try {
			OriginPattern pattern = OriginPattern.parse(corrected);
			return ConfinementProof.isProposable(PatternExpression.of(pattern), budget)
					? new EntryCorrection(pattern.toString(), List.of(fault)) : null;
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

}
