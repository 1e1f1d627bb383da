package io.github.corsstarter.origin;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Proves that each branch of an expression accepts http and https origins of one owner
 * only, or finds a branch that does not. An expression is split only where it has several
 * owners as a whole.
 */
final class ConfinementProof {

	private static final int MAX_BRANCHES = 1_000;

	private final SortedSet<String> owners = new TreeSet<>();

	private int branches = 1;

	private @Nullable OriginExpression unconfined;

	private ConfinementProof() {
	}

	/**
	 * Judge an expression.
	 * @param expression an expression
	 * @return the finished proof
	 * @throws AutomatonTooLargeException when it cannot be told
	 */
	static ConfinementProof of(OriginExpression expression) {
		ConfinementProof proof = new ConfinementProof();
		proof.judge(expression);
		return proof;
	}

	/**
	 * Return whether an expression is worth to be proposed.
	 * @param expression an expression
	 * @return whether all its branches are confined, and none to names of a single label
	 * @throws AutomatonTooLargeException when it cannot be told
	 */
	static boolean isProposable(OriginExpression expression) {
		ConfinementProof proof = of(expression);
		return proof.unconfined == null && !proof.owners.isEmpty()
				&& proof.owners.stream().noneMatch(ReservedHosts::isSingleLabel);
	}

	/**
	 * Return the owners of all branches.
	 * @return the names of the owners, complete when no branch is
	 * {@linkplain #unconfined() unconfined}
	 */
	Collection<String> owners() {
		return this.owners;
	}

	/**
	 * Return the first branch that accepts origins of several owners.
	 * @return a branch, or {@code null} when there is none
	 */
	@Nullable OriginExpression unconfined() {
		return this.unconfined;
	}

	private void judge(OriginExpression expression) {
		OriginAutomaton automaton = OriginAutomaton.of(expression);
		String member = anyOrigin(automaton);
		if (member == null) {
			return;
		}
		OriginOwner owner = OriginOwner.of(member);
		if (isConfined(automaton, owner)) {
			OriginOwner host = OriginOwner.onlyHost(OriginOwner.host(member));
			boolean single = ReservedHosts.isSingleLabel(host.name()) && isConfined(automaton, host);
			this.owners.add(single ? host.name() : owner.name());
			return;
		}
		List<OriginExpression> parts = (this.branches <= MAX_BRANCHES)
				? Branches.split(expression, MAX_BRANCHES - this.branches + 2) : List.of();
		if (parts.isEmpty()) {
			this.unconfined = expression;
			return;
		}
		this.branches += parts.size() - 1;
		for (OriginExpression part : parts) {
			judge(part);
			if (this.unconfined != null) {
				return;
			}
		}
	}

	private static @Nullable String anyOrigin(OriginAutomaton automaton) {
		return OriginSearch.wellFormed(List.of(automaton, WellFormedOrigins.web()), List.of());
	}

	private static boolean isConfined(OriginAutomaton automaton, OriginOwner owner) {
		List<OriginAutomaton> accepted = List.of(automaton, WellFormedOrigins.web());
		if (OriginSearch.wellFormed(accepted, List.of(owner.origins())) != null) {
			return false;
		}
		return owner.sharedHosts()
			.stream()
			.map(ReservedHosts::origins)
			.allMatch((shared) -> OriginSearch.wellFormed(List.of(automaton, WellFormedOrigins.web(), shared),
					List.of()) == null);
	}

}
