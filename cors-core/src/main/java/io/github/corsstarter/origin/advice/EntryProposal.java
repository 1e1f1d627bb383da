package io.github.corsstarter.origin.advice;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.ProofAllowance;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an entry may be proposed in place of another. Whatever is proposed
 * comes through here: an entry that browsers' origins can match and of which every branch
 * is proven to be confined, mended if need be. Nothing else is ever proposed.
 */
public final class EntryProposal {

	private EntryProposal() {
	}

	/**
	 * Vet a regular expression.
	 * @param text a regular expression, perhaps outside the syntax
	 * @param allowance pays for the proofs
	 * @return the expression, or one that is probably meant by it and may be proposed, or
	 * {@code null} when there is none
	 */
	public static @Nullable String ofRegex(String text, ProofAllowance allowance) {
		ProofBudget budget = allowance.explanation();
		try {
			String proposal = bounded(text, budget);
			return (proposal != null) ? proposal : MatchableRewrites.of(text, budget);
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	/**
	 * Vet a regular expression that has to match something as it is.
	 * @param text a regular expression, perhaps outside the syntax
	 * @param budget what pays for the proofs
	 * @return the expression, mended if it is not confined, or {@code null} when it may
	 * not be proposed
	 * @throws TooMuchWorkException when the budget does not suffice to tell
	 */
	static @Nullable String bounded(String text, ProofBudget budget) {
		try {
			Expression expression = RegexParser.parse(text);
			Automaton automaton = Automaton.of(expression, budget);
			if (WrittenScheme.member(text, automaton, budget) == null) {
				return null;
			}
			ConfinementProof proof = ConfinementProof.of(expression, budget);
			if (proof.unconfined() == null) {
				return proof.owners().contains(ReservedHosts.SINGLE_LABEL_HOSTS) ? null : text;
			}
			EntryCorrection correction = (automaton.size() > CounterExamples.LARGE) ? null
					: new RegexMistakes(text, expression).correction(budget);
			return (correction != null) ? correction.text() : null;
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	/**
	 * Vet a pattern.
	 * @param pattern a pattern
	 * @param allowance pays for the proofs
	 * @return the pattern, mended if it is not confined, or {@code null} when it may not
	 * be proposed
	 */
	public static @Nullable String ofPattern(OriginPattern pattern, ProofAllowance allowance) {
		if (Schemes.NEVER_SENT.contains(pattern.scheme())) {
			return null;
		}
		ProofBudget budget = allowance.explanation();
		try {
			if (ConfinementProof.of(PatternExpression.of(pattern), budget).unconfined() == null) {
				return pattern.toString();
			}
			EntryCorrection correction = new PatternMistakes(pattern).correction(budget);
			return (correction != null) ? correction.text() : null;
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	/**
	 * Vet a pattern.
	 * @param text the text of an entry of {@code allowed-origin-patterns}
	 * @param allowance pays for the proofs
	 * @return a pattern, or {@code null} when none may be proposed
	 */
	public static @Nullable String ofPattern(String text, ProofAllowance allowance) {
		try {
			return ofPattern(OriginPattern.parse(text, allowance), allowance);
		}
		catch (OriginSyntaxException ex) {
			return ex.suggestion();
		}
	}

}
