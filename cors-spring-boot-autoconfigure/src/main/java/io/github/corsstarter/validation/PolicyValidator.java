package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Holds a configuration against every rule. Immutable and safe for use by several
 * threads.
 */
public final class PolicyValidator {

	private static final Comparator<Violation> BY_RULE = Comparator
		.comparing((violation) -> RuleId.find(violation.rule()), Comparator.nullsFirst(Comparator.naturalOrder()));

	private final Map<RuleId, Rule> rules;

	/**
	 * Creates a validator.
	 * @param pathSyntax knows which path patterns can be parsed
	 */
	public PolicyValidator(PathSyntax pathSyntax) {
		this.rules = Rules.of(pathSyntax);
	}

	/**
	 * Collects all violations. Nothing is logged, and nothing thrown for what was
	 * configured.
	 * @param input what was configured, and where the application runs
	 * @return the report
	 */
	public ValidationReport validate(ValidationInput input) {
		Subject subject = new Subject(input);
		Judge judge = new Judge(input);
		this.rules.forEach((rule, check) -> judge.accept(rule, () -> check.check(subject)));
		judge.accept(RuleId.EXPIRED_WAIVER, judge.waivers::expired);
		judge.accept(RuleId.UNUSED_WAIVER, judge.waivers::unused);
		judge.violations.sort(BY_RULE);
		return new ValidationReport(input.deployment().production(), input.deployment().activeProfiles(),
				judge.violations);
	}

	/**
	 * Looks for what one rule finds.
	 */
	@FunctionalInterface
	private interface Search {

		Stream<Finding> run();

	}

	/**
	 * Makes violations of findings. What several policies inherit is reported for the
	 * first of them, and once more if a waiver holds for some of them only.
	 */
	private static final class Judge {

		private final Severities severities;

		private final Waivers waivers;

		private final Set<Case> seen = new HashSet<>();

		private final List<Violation> violations;

		Judge(ValidationInput input) {
			this.severities = new Severities(input);
			this.waivers = new Waivers(input);
			this.violations = new ArrayList<>(input.problems());
		}

		void accept(RuleId rule, Search search) {
			Severity severity = this.severities.of(rule);
			if (severity != Severity.OFF) {
				search.run().forEach(judge(severity));
			}
		}

		private Consumer<Finding> judge(Severity severity) {
			return (finding) -> {
				Waiver waiver = this.waivers.excuse(finding);
				if (this.seen.add(new Case(finding.rule(), finding.property(), finding.value(), waiver))) {
					this.violations.add(finding.toViolation(severity, waiver));
				}
			};
		}

	}

	/**
	 * What makes two findings the same.
	 *
	 * @param rule the rule
	 * @param property the key of the value
	 * @param value the value
	 * @param waiver what excuses it
	 */
	private record Case(RuleId rule, String property, String value, @Nullable Waiver waiver) {

	}

}
