package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.advice.CounterExamples;
import io.github.corsstarter.origin.advice.EntryCorrection;
import io.github.corsstarter.origin.advice.HttpsRewrite;
import io.github.corsstarter.origin.advice.Proposals;
import io.github.corsstarter.origin.advice.RegexMistakes;
import io.github.corsstarter.origin.advice.WrittenScheme;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.ProofAllowance;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression.
 */
final class RegexEntry extends AutomatonEntry {

	private final OriginRegex regex;

	private final RegexMistakes faults;

	RegexEntry(OriginRegex regex, ProofAllowance allowance) {
		super(allowance);
		this.regex = regex;
		this.faults = new RegexMistakes(regex.toString(), regex.expression());
	}

	@Override
	public boolean matches(String origin) {
		return this.regex.matches(origin);
	}

	@Override
	@Nullable String matchableCorrection() {
		return Proposals.ofRegex(this.regex.toString(), allowance());
	}

	@Override
	@Nullable String secureCorrection() {
		return HttpsRewrite.of(this.regex.toString(), allowance());
	}

	@Override
	@Nullable String member(ProofBudget budget) {
		return WrittenScheme.member(this.regex.toString(), this.regex.automaton(), budget);
	}

	@Override
	public Expression expression() {
		return this.regex.expression();
	}

	@Override
	public Expression meant() {
		return this.faults.meant();
	}

	@Override
	public List<Confinement.Fault> mistakes() {
		return this.faults.mistakes();
	}

	@Override
	public List<Confinement.Fault> missingBoundaries(List<String> examples, ProofBudget budget) {
		return this.faults.missingBoundaries(examples, budget);
	}

	@Override
	Automaton automaton() {
		return this.regex.automaton();
	}

	@Override
	public int openEnd() {
		return this.faults.openEnd();
	}

	@Override
	public @Nullable EntryCorrection correction(ProofBudget budget) {
		return (this.regex.automaton().size() > CounterExamples.LARGE) ? null : this.faults.correction(budget);
	}

}
