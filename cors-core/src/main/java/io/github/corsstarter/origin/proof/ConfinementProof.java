package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Proves that each branch of an expression accepts http and https origins of one owner
 * only, or finds a branch that does not. An expression is split only where it has several
 * owners as a whole.
 */
public final class ConfinementProof {

	private static final int MAX_BRANCHES = 1_000;

	private final ProofBudget budget;

	private final SortedSet<String> owners = new TreeSet<>();

	/**
	 * The origins of others below an owner's domain, by the public suffixes of their
	 * names.
	 */
	private final Map<String, Automaton> sharedOrigins = new HashMap<>();

	private int branches = 1;

	private @Nullable Unconfined unconfined;

	private ConfinementProof(ProofBudget budget) {
		this.budget = budget;
	}

	/**
	 * Judge an expression.
	 * @param expression an expression
	 * @param budget what pays for the proof
	 * @return the finished proof
	 * @throws TooMuchWorkException when the budget does not suffice to tell
	 */
	public static ConfinementProof of(Expression expression, ProofBudget budget) {
		ConfinementProof proof = new ConfinementProof(budget);
		proof.judge(expression);
		return proof;
	}

	/**
	 * Return whether an expression is worth to be proposed.
	 * @param expression an expression
	 * @param budget what pays for the proof
	 * @return whether all its branches are confined, and none to names of a single label
	 * @throws TooMuchWorkException when the budget does not suffice to tell
	 */
	public static boolean isProposable(Expression expression, ProofBudget budget) {
		ConfinementProof proof = of(expression, budget);
		return proof.unconfined == null && !proof.owners.isEmpty()
				&& proof.owners.stream().noneMatch(ReservedHosts::isSingleLabel);
	}

	/**
	 * Return the owners of all branches.
	 * @return the names of the owners, complete when no branch is
	 * {@linkplain #unconfined() unconfined}
	 */
	public Collection<String> owners() {
		return this.owners;
	}

	/**
	 * Return the first branch that accepts origins of several owners.
	 * @return a branch, or {@code null} when there is none
	 */
	public @Nullable Unconfined unconfined() {
		return this.unconfined;
	}

	private void judge(Expression expression) {
		Automaton automaton = Automaton.of(expression, this.budget);
		String member = accepted(automaton, null, null);
		if (member == null) {
			return;
		}
		OriginOwner owner = OriginOwner.of(member);
		String stranger = stranger(automaton, owner);
		if (stranger == null) {
			String host = OriginOwner.host(member);
			boolean single = ReservedHosts.isSingleLabel(host)
					&& stranger(automaton, OriginOwner.onlyHost(host)) == null;
			this.owners.add(single ? host : owner.name());
			return;
		}
		List<Expression> parts = (this.branches <= MAX_BRANCHES)
				? Branches.split(expression, MAX_BRANCHES - this.branches + 2) : List.of();
		if (parts.isEmpty()) {
			this.unconfined = new Unconfined(automaton, member, stranger);
			return;
		}
		this.branches += parts.size() - 1;
		for (Expression part : parts) {
			judge(part);
			if (this.unconfined != null) {
				return;
			}
		}
	}

	private @Nullable String stranger(Automaton automaton, OriginOwner owner) {
		String stranger = accepted(automaton, null, owner.origins(this.budget));
		if (stranger != null) {
			return stranger;
		}
		return owner.sharedHosts()
			.stream()
			.map((suffix) -> accepted(automaton, sharedOrigins(suffix), null))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private Automaton sharedOrigins(String suffix) {
		return this.sharedOrigins.computeIfAbsent(suffix, (key) -> OriginOwner.sharedOrigins(key, this.budget));
	}

	private @Nullable String accepted(Automaton automaton, @Nullable Automaton required, @Nullable Automaton excluded) {
		List<Automaton> all = new ArrayList<>(List.of(automaton, OriginShapes.web()));
		if (required != null) {
			all.add(required);
		}
		return OriginSearch.wellFormed(all, (excluded != null) ? List.of(excluded) : List.of(), this.budget);
	}

	/**
	 * A branch that accepts origins of several owners.
	 *
	 * @param accepted the automaton of the branch
	 * @param member an origin that it accepts
	 * @param stranger an origin that it accepts and that belongs to somebody else
	 */
	public record Unconfined(Automaton accepted, String member, String stranger) {

	}

}
