package io.github.corsstarter.origin;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression.
 */
final class RegexEntry extends AutomatonEntry {

	private final OriginRegex regex;

	private final RegexFaults faults;

	RegexEntry(OriginRegex regex, ProofAllowance allowance) {
		super(allowance);
		this.regex = regex;
		this.faults = new RegexFaults(regex.toString(), regex.expression());
	}

	@Override
	boolean matches(String origin) {
		return this.regex.matches(origin);
	}

	@Override
	@Nullable String matchableCorrection() {
		return EntryProposal.ofRegex(this.regex.toString(), allowance());
	}

	@Override
	@Nullable String secureCorrection() {
		return SecureCorrection.of(this.regex.toString(), allowance());
	}

	@Override
	@Nullable String member(ProofBudget budget) {
		return WrittenScheme.member(this.regex.toString(), this.regex.automaton(), budget);
	}

	@Override
	OriginExpression expression() {
		return this.regex.expression();
	}

	@Override
	OriginExpression meant() {
		return this.faults.meant();
	}

	@Override
	List<Confinement.Fault> mistakes() {
		return this.faults.mistakes();
	}

	@Override
	List<Confinement.Fault> missingBoundaries(List<String> examples, ProofBudget budget) {
		return this.faults.missingBoundaries(examples, budget);
	}

	@Override
	OriginAutomaton automaton() {
		return this.regex.automaton();
	}

	@Override
	int openEnd() {
		return this.faults.openEnd();
	}

	@Override
	@Nullable EntryCorrection correction(ProofBudget budget) {
		return (this.regex.automaton().size() > CounterExamples.LARGE) ? null : this.faults.correction(budget);
	}

}
