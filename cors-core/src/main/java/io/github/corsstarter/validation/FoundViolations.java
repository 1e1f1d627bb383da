package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Findings;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import io.github.corsstarter.validation.source.CorsSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes violations of findings. Not safe for use by several threads.
 */
final class FoundViolations implements Findings {

	private final Severities severities;

	private final Waivers waivers;

	private final Set<Case> seen;

	private final List<Violation> violations;

	FoundViolations(Severities severities, Waivers waivers, List<Violation> violations) {
		this.severities = severities;
		this.waivers = waivers;
		this.seen = new HashSet<>();
		this.violations = new ArrayList<>(violations);
	}

	/**
	 * Creates a copy, to which can be added without adding to the original. What waivers
	 * excuse they have excused in both.
	 * @param original what was found so far
	 */
	FoundViolations(FoundViolations original) {
		this.severities = original.severities;
		this.waivers = original.waivers;
		this.seen = new HashSet<>(original.seen);
		this.violations = new ArrayList<>(original.violations);
	}

	@Override
	public void add(Finding finding) {
		add(this.severities.of(finding.rule()), finding, finding.location());
	}

	/**
	 * Adds a finding about CORS configuration outside of {@code cors.*}.
	 * @param finding what a rule found
	 * @param source where it found that
	 */
	void add(Finding finding, CorsSource source) {
		Finding found = finding.in(source);
		add(this.severities.ofSources(found.rule()), found, placeOf(found, source));
	}

	/**
	 * Returns where a finding is. What a bean allows is one thing, however many filters
	 * and chains use the bean.
	 */
	private static @Nullable Object placeOf(Finding finding, CorsSource source) {
		return switch (source.kind()) {
			case CORS_CONFIGURATION_SOURCE, CORS_FILTER, SECURITY_FILTER_CHAIN ->
				(finding.rule() == RuleId.SHADOWED_CORS || finding.rule() == RuleId.POLICY_OVERLAP) ? finding.location()
						: source.configuration();
			default -> finding.location();
		};
	}

	/**
	 * Makes a violation of a finding. What several policies inherit is reported for the
	 * first of them, and once more if a waiver holds for some of them only.
	 */
	private void add(Severity severity, Finding finding, @Nullable Object place) {
		if (severity == Severity.OFF) {
			return;
		}
		Waiver waiver = this.waivers.excuse(finding);
		if (this.seen.add(new Case(finding.rule(), finding.property(), place, finding.value(), waiver))) {
			this.violations.add(finding.toViolation(severity, waiver));
		}
	}

	/**
	 * Returns all violations.
	 * @return the violations in the order of the rules
	 */
	List<Violation> inOrder() {
		List<Violation> sorted = new ArrayList<>(this.violations);
		sorted.sort((left, right) -> Integer.compare(position(left), position(right)));
		return sorted;
	}

	private static int position(Violation violation) {
		RuleId rule = RuleId.find(violation.rule());
		return (rule != null) ? rule.ordinal() : -1;
	}

	/**
	 * What makes two findings the same.
	 *
	 * @param rule the rule
	 * @param property the key of the value
	 * @param place where the value is
	 * @param value the value
	 * @param waiver what excuses it
	 */
	private record Case(RuleId rule, @Nullable String property, @Nullable Object place, String value,
			@Nullable Waiver waiver) {

	}

}
