package io.github.corsstarter.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.text.Escape;

/**
 * What validation found. Immutable.
 *
 * @param production whether the application runs in production
 * @param activeProfiles the active profiles in the order in which they were activated
 * @param violations all violations: of configuration rules, of safety rules, then advice,
 * and within a rule in the order in which policies and entries were declared
 * @param complete whether the CORS configuration outside of {@code cors.*} was judged too
 */
public record ValidationReport(boolean production, List<String> activeProfiles, List<Violation> violations,
		boolean complete) {

	public ValidationReport {
		activeProfiles = List.copyOf(activeProfiles);
		violations = List.copyOf(violations);
	}

	/**
	 * Create a report of everything.
	 * @param production whether the application runs in production
	 * @param activeProfiles the active profiles in the order in which they were activated
	 * @param violations all violations in their order
	 */
	public ValidationReport(boolean production, List<String> activeProfiles, List<Violation> violations) {
		this(production, activeProfiles, violations, true);
	}

	/**
	 * Return the report of a deployment in which nothing is wrong.
	 * @param deployment where the application runs
	 * @return a report without violations
	 */
	public static ValidationReport nothingFound(Deployment deployment) {
		return new ValidationReport(deployment.production(), deployment.activeProfiles(), List.of());
	}

	/**
	 * Return this report with what was found elsewhere.
	 * @param further more violations
	 * @return a report of them all, in the order of the rules
	 */
	public ValidationReport with(List<Violation> further) {
		List<Violation> all = new ArrayList<>(this.violations);
		all.addAll(further);
		all.sort(Comparator.comparing(Violation::rule));
		return new ValidationReport(this.production, this.activeProfiles, all, this.complete);
	}

	/**
	 * Return what stops the start.
	 * @return the errors that are not waived
	 */
	public List<Violation> errors() {
		return unwaived(Severity.ERROR);
	}

	/**
	 * Return what is to be logged when the application starts.
	 * @return the warnings that are not waived
	 */
	public List<Violation> warnings() {
		return unwaived(Severity.WARN);
	}

	/**
	 * Return what would stop a start in production, but does not stop this one.
	 * @return the unwaived violations of safety rules outside production
	 */
	public List<Violation> infos() {
		return unwaived(Severity.INFO);
	}

	/**
	 * Return whether the policies can be compiled at all.
	 * @return {@code true} if no configuration rule is broken
	 */
	public boolean isValid() {
		for (Violation violation : this.violations) {
			if (violation.rule().kind() == RuleId.Kind.CONFIGURATION) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Stop the start if anything is wrong that must stop it.
	 * @throws InvalidCorsPolicyException if a configuration rule is broken
	 * @throws UnsafeCorsPolicyException if there is any other error
	 */
	public void throwIfUnsafe() {
		if (!isValid() || !errors().isEmpty()) {
			throw CorsPolicyException.of(this);
		}
	}

	private List<Violation> unwaived(Severity severity) {
		List<Violation> unwaived = new ArrayList<>();
		for (Violation violation : this.violations) {
			if (violation.severity() == severity && !violation.isWaived()) {
				unwaived.add(violation);
			}
		}
		return List.copyOf(unwaived);
	}

	/**
	 * Return the active profiles as a sentence names them.
	 * @return {@code no active profile}, or {@code active profile} and the escaped name
	 */
	public String profiles() {
		if (this.activeProfiles.isEmpty()) {
			return "no active profile";
		}
		return this.activeProfiles.stream()
			.map((profile) -> "'" + Escape.escape(profile) + "'")
			.collect(Collectors.joining(", ",
					(this.activeProfiles.size() == 1) ? "active profile " : "active profiles ", ""));
	}

}
