package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.advice.EntryCorrection;
import io.github.corsstarter.origin.advice.PatternMistakes;
import io.github.corsstarter.origin.advice.Proposals;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.ProofAllowance;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.PatternExpression;
import org.jspecify.annotations.Nullable;

/**
 * A pattern.
 */
final class PatternEntry extends AutomatonEntry {

	private final OriginPattern pattern;

	private final Expression expression;

	private @Nullable Automaton automaton;

	PatternEntry(OriginPattern pattern, ProofAllowance allowance) {
		super(allowance);
		this.pattern = pattern;
		this.expression = PatternExpression.of(pattern);
	}

	@Override
	public boolean matches(String origin) {
		return this.pattern.matches(origin);
	}

	@Override
	@Nullable String matchableCorrection() {
		String text = this.pattern.toString();
		boolean webSocket = this.pattern.scheme().equals("ws") || this.pattern.scheme().equals("wss");
		return webSocket ? Proposals.ofPattern("http" + text.substring("ws".length()), allowance()) : null;
	}

	@Override
	@Nullable String secureCorrection() {
		String scheme = this.pattern.scheme();
		return scheme.equals("http")
				? Proposals.ofPattern("https" + this.pattern.toString().substring("http".length()), allowance()) : null;
	}

	@Override
	@Nullable String member(ProofBudget budget) {
		return OriginSearch.member(automaton(), budget);
	}

	@Override
	public Expression expression() {
		return this.expression;
	}

	@Override
	public Expression meant() {
		return this.expression;
	}

	@Override
	synchronized Automaton automaton() {
		Automaton known = this.automaton;
		if (known == null) {
			known = Automaton.of(this.expression, allowance().automaton());
			this.automaton = known;
		}
		return known;
	}

	@Override
	public List<Confinement.Fault> mistakes() {
		return List.of();
	}

	@Override
	public List<Confinement.Fault> missingBoundaries(List<String> examples, ProofBudget budget) {
		return List.of();
	}

	@Override
	public int openEnd() {
		return new PatternMistakes(this.pattern).openEnd();
	}

	@Override
	public @Nullable EntryCorrection correction(ProofBudget budget) {
		return new PatternMistakes(this.pattern).correction(budget);
	}

}
