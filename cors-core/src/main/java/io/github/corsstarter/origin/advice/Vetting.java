package io.github.corsstarter.origin.advice;

import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.ConfinementProof;

/**
 * Proves an expression before it is proposed.
 */
final class Vetting {

	private Vetting() {
	}

	/**
	 * Return whether an expression is worth proposing.
	 * @param expression an expression
	 * @param limit the work that may go into the proof
	 * @return whether all its branches are confined, and none to names of a single label
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	static boolean isProposable(Expression expression, WorkLimit limit) {
		Confinement verdict = ConfinementProof.of(expression, limit);
		return verdict.confined() && !verdict.owners().isEmpty()
				&& verdict.owners().stream().noneMatch(ReservedHosts::isSingleLabel);
	}

}
