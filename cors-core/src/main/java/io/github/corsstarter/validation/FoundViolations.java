package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Makes violations of findings. Not safe for use by several threads.
 */
final class FoundViolations {

	private final Severities severities;

	private final Waivers waivers;

	private final Set<Case> seen;

	private final List<Violation> violations;

	FoundViolations(Severities severities, Waivers waivers) {
		this.severities = severities;
		this.waivers = waivers;
		this.seen = new HashSet<>();
		this.violations = new ArrayList<>();
	}

	/**
	 * Create a copy, to which can be added without adding to the original. What waivers
	 * waive they have waived in both.
	 * @param original what was found so far
	 */
	FoundViolations(FoundViolations original) {
		this.severities = original.severities;
		this.waivers = original.waivers;
		this.seen = new HashSet<>(original.seen);
		this.violations = new ArrayList<>(original.violations);
	}

	/**
	 * Return what takes findings about the properties.
	 * @return a way to add to this
	 */
	Consumer<Finding> ofProperties() {
		return this::add;
	}

	private void add(Finding finding) {
		add(this.severities.of(finding), finding, false);
	}

	/**
	 * Return what takes findings about CORS configuration outside of {@code cors.*}.
	 * @param asked whether it was asked for
	 * @return a way to add to this
	 */
	Consumer<Finding> elsewhere(boolean asked) {
		return (finding) -> add(this.severities.ofSources(finding.rule()), finding, asked);
	}

	/**
	 * Make a violation of a finding. What several policies inherit is reported for the
	 * first of them, and once more if a waiver holds for some of them only, or some of
	 * them only report.
	 */
	private void add(Severity severity, Finding finding, boolean asked) {
		if (severity == Severity.OFF) {
			return;
		}
		Waiver waiver = this.waivers.waive(finding);
		if (this.seen
			.add(new Case(finding.rule(), severity, finding.property(), finding.location(), finding.value(), waiver))) {
			this.violations.add(Violation.of(finding, severity, waiver, asked));
		}
	}

	/**
	 * Return what is not waived.
	 * @return the violations found so far
	 */
	List<Violation> unwaived() {
		List<Violation> unwaived = new ArrayList<>();
		for (Violation violation : this.violations) {
			if (!violation.isWaived()) {
				unwaived.add(violation);
			}
		}
		return unwaived;
	}

	/**
	 * Return what stops the start.
	 * @return the errors found so far that are not waived
	 */
	List<Violation> errors() {
		List<Violation> errors = new ArrayList<>();
		for (Violation violation : unwaived()) {
			if (violation.severity() == Severity.ERROR) {
				errors.add(violation);
			}
		}
		return errors;
	}

	/**
	 * Return all violations.
	 * @return the violations in the order of the rules
	 */
	List<Violation> inOrder() {
		List<Violation> sorted = new ArrayList<>(this.violations);
		if (sorted.size() > 1) {
			sorted.sort((left, right) -> left.rule().compareTo(right.rule()));
		}
		return sorted;
	}

	/**
	 * What makes two findings the same.
	 *
	 * @param rule the rule
	 * @param severity how much it weighs
	 * @param property the key of the value
	 * @param location where the value was read from
	 * @param value the value
	 * @param waiver what waives it
	 */
	private record Case(RuleId rule, Severity severity, @Nullable String property, @Nullable Location location,
			@Nullable String value, @Nullable Waiver waiver) {

	}

}
