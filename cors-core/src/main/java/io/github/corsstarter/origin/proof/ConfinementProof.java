package io.github.corsstarter.origin.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.Confinement.Unconfined;
import org.jspecify.annotations.Nullable;

/**
 * Proves that each branch of an expression accepts http and https origins of one owner
 * only, or finds a branch that does not. An expression is split only where it has several
 * owners as a whole.
 */
public final class ConfinementProof {

	private static final int MAX_BRANCHES = 1_000;

	private final WorkLimit limit;

	private final SortedSet<String> owners = new TreeSet<>();

	/**
	 * The origins of others below an owner's domain, by the public suffixes of all their
	 * names: there are hundreds of these below a few domains.
	 */
	private final Map<List<String>, Automaton> sharedOrigins = new HashMap<>();

	private int branches = 1;

	private @Nullable Unconfined unconfined;

	private ConfinementProof(WorkLimit limit) {
		this.limit = limit;
	}

	/**
	 * Judge an expression.
	 * @param expression an expression
	 * @param limit the work that may go into the proof
	 * @return the verdict, which is decided
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static Confinement of(Expression expression, WorkLimit limit) {
		ConfinementProof proof = new ConfinementProof(limit);
		proof.judge(expression);
		return (proof.unconfined != null) ? new Confinement(List.of(), proof.unconfined, null)
				: Confinement.to(List.copyOf(proof.owners));
	}

	private void judge(Expression expression) {
		Automaton automaton = Automaton.of(expression, this.limit);
		String member = OriginSearch.web(List.of(automaton), List.of(), this.limit);
		if (member == null) {
			return;
		}
		OriginOwner owner = OriginOwner.of(member);
		String otherOwner = otherOwner(automaton, owner);
		if (otherOwner == null) {
			String host = OriginGrammar.host(member);
			boolean single = ReservedHosts.isSingleLabel(host)
					&& otherOwner(automaton, OriginOwner.onlyHost(host)) == null;
			this.owners.add(single ? host : owner.name());
			return;
		}
		List<Expression> parts = (this.branches <= MAX_BRANCHES)
				? Branches.split(expression, MAX_BRANCHES - this.branches + 2) : List.of();
		if (parts.isEmpty()) {
			this.unconfined = new Unconfined(expression, member, otherOwner);
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

	private @Nullable String otherOwner(Automaton automaton, OriginOwner owner) {
		String origin = OriginSearch.web(List.of(automaton), List.of(owner.origins(this.limit)), this.limit);
		if (origin != null || owner.sharedHosts().isEmpty()) {
			return origin;
		}
		Automaton shared = this.sharedOrigins.computeIfAbsent(owner.sharedHosts(),
				(suffixes) -> OriginOwner.sharedOrigins(suffixes, this.limit));
		return OriginSearch.web(List.of(automaton, shared), List.of(), this.limit);
	}

}
