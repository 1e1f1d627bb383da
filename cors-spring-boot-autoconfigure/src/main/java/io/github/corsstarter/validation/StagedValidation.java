package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A validation in two steps: the properties are judged before a web server is made, and
 * the application's other CORS configuration when all of it exists. What waivers excuse
 * is remembered from the first step to the second. Not safe for use by several threads.
 */
public final class StagedValidation {

	private final Map<RuleId, Rule> rules;

	private final ValidationInput input;

	private final Severities severities;

	private final Waivers waivers;

	private final Set<Case> seen;

	private final List<Violation> violations;

	StagedValidation(Map<RuleId, Rule> rules, ValidationInput input) {
		this.rules = rules;
		this.input = input;
		this.severities = new Severities(input);
		this.waivers = new Waivers(input);
		this.seen = new HashSet<>();
		this.violations = new ArrayList<>();
	}

	/**
	 * Creates a validation that goes on from another one, and leaves that as it is.
	 */
	private StagedValidation(StagedValidation start) {
		this.rules = start.rules;
		this.input = start.input;
		this.severities = start.severities;
		this.waivers = start.waivers;
		this.seen = new HashSet<>(start.seen);
		this.violations = new ArrayList<>(start.violations);
	}

	void checkPolicies() {
		this.violations.addAll(this.input.problems());
		Subject subject = new Subject(this.input);
		for (Map.Entry<RuleId, Rule> rule : this.rules.entrySet()) {
			if (this.severities.of(rule.getKey()) != Severity.OFF) {
				rule.getValue().check(subject, this::accept);
			}
		}
	}

	/**
	 * Returns what was found in the properties. Waivers that may be needed elsewhere are
	 * not called unused.
	 * @return the report of the first step
	 */
	public ValidationReport policies() {
		StagedValidation judged = new StagedValidation(this);
		this.waivers.findExpired(judged::accept);
		this.waivers.findUnusedAnywhere(judged::accept);
		return judged.report();
	}

	/**
	 * Judges the CORS configuration outside of {@code cors.*} too. To be called once.
	 * @param policies the policies in force, in match order
	 * @param sources the CORS configuration outside of {@code cors.*}
	 * @return the report of both steps
	 */
	public ValidationReport complete(List<EffectivePolicy> policies, List<JudgedSource> sources) {
		if (!sources.isEmpty()) {
			checkSources(policies, sources);
		}
		this.waivers.findExpired(this::accept);
		this.waivers.findUnused(this::accept);
		return report();
	}

	private void checkSources(List<EffectivePolicy> policies, List<JudgedSource> sources) {
		OriginParser parser = new OriginParser();
		List<GoverningPolicy> governing = policies.stream()
			.map((policy) -> GoverningPolicy.of(policy, parser))
			.toList();
		Map<RuleId, SourceRule> sourceRules = SourceRules.of(this.rules, this.input);
		for (JudgedSource source : sources) {
			SourceSubject subject = SourceSubject.of(source, governing);
			sourceRules.forEach((rule, check) -> {
				if (this.severities.ofSources(rule) != Severity.OFF) {
					check.check(subject, (finding) -> accept(finding.in(source.source()), source.source()));
				}
			});
		}
	}

	private ValidationReport report() {
		this.violations.sort(StagedValidation::compareRules);
		return new ValidationReport(this.input.deployment().production(), this.input.deployment().activeProfiles(),
				this.violations);
	}

	private static int compareRules(Violation left, Violation right) {
		return Integer.compare(position(left), position(right));
	}

	private static int position(Violation violation) {
		RuleId rule = RuleId.find(violation.rule());
		return (rule != null) ? rule.ordinal() : -1;
	}

	private void accept(Finding finding) {
		accept(this.severities.of(finding.rule()), finding, finding.location());
	}

	private void accept(Finding finding, CorsSource source) {
		accept(this.severities.ofSources(finding.rule()), finding, placeOf(finding, source));
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
	private void accept(Severity severity, Finding finding, @Nullable Object place) {
		if (severity == Severity.OFF) {
			return;
		}
		Waiver waiver = this.waivers.excuse(finding);
		if (this.seen.add(new Case(finding.rule(), finding.property(), place, finding.value(), waiver))) {
			this.violations.add(finding.toViolation(severity, waiver));
		}
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
