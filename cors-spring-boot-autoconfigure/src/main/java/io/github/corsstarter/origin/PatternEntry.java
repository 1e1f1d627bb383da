package io.github.corsstarter.origin;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A pattern.
 */
final class PatternEntry extends AutomatonEntry {

	private final OriginPattern pattern;

	private final OriginExpression expression;

	private @Nullable OriginAutomaton automaton;

	PatternEntry(OriginPattern pattern, ProofAllowance allowance) {
		super(allowance);
		this.pattern = pattern;
		this.expression = PatternExpression.of(pattern);
	}

	@Override
	boolean matches(String origin) {
		return this.pattern.matches(origin);
	}

	@Override
	@Nullable String matchableCorrection() {
		String text = this.pattern.toString();
		boolean webSocket = this.pattern.scheme().equals("ws") || this.pattern.scheme().equals("wss");
		return webSocket ? EntryProposal.ofPattern("http" + text.substring("ws".length()), allowance()) : null;
	}

	@Override
	@Nullable String secureCorrection() {
		String scheme = this.pattern.scheme();
		return scheme.equals("http")
				? EntryProposal.ofPattern("https" + this.pattern.toString().substring("http".length()), allowance())
				: null;
	}

	@Override
	@Nullable String member(ProofBudget budget) {
		return OriginSearch.member(automaton(), budget);
	}

	@Override
	OriginExpression expression() {
		return this.expression;
	}

	@Override
	OriginExpression meant() {
		return this.expression;
	}

	@Override
	synchronized OriginAutomaton automaton() {
		OriginAutomaton known = this.automaton;
		if (known == null) {
			known = OriginAutomaton.of(this.expression, allowance().automaton());
			this.automaton = known;
		}
		return known;
	}

	@Override
	List<Confinement.Fault> mistakes() {
		return List.of();
	}

	@Override
	List<Confinement.Fault> missingBoundaries(List<String> examples, ProofBudget budget) {
		return List.of();
	}

	@Override
	int openEnd() {
		return new PatternFaults(this.pattern).openEnd();
	}

	@Override
	@Nullable EntryCorrection correction(ProofBudget budget) {
		return new PatternFaults(this.pattern).correction(budget);
	}

}
