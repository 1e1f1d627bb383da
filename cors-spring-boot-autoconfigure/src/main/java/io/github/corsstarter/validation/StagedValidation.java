package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A validation in two steps: the properties are judged before a web server is made, and
 * the application's other CORS configuration when all of it exists. What waivers excuse
 * is remembered from the first step to the second. Not safe for use by several threads.
 */
public final class StagedValidation {

	private static final Comparator<Violation> BY_RULE = Comparator
		.comparing((violation) -> RuleId.find(violation.rule()), Comparator.nullsFirst(Comparator.naturalOrder()));

	private final Map<RuleId, Rule> rules;

	private final ValidationInput input;

	private final Severities severities;

	private final Waivers waivers;

	private final Set<Case> seen = new HashSet<>();

	private final List<Violation> violations = new ArrayList<>();

	StagedValidation(Map<RuleId, Rule> rules, ValidationInput input) {
		this.rules = rules;
		this.input = input;
		this.severities = new Severities(input);
		this.waivers = new Waivers(input);
	}

	void checkPolicies() {
		this.violations.addAll(this.input.problems());
		Subject subject = new Subject(this.input);
		this.rules.forEach((rule, check) -> accept(this.severities.of(rule), () -> check.check(subject)));
	}

	/**
	 * Returns what was found in the properties. Waivers that may be needed elsewhere are
	 * not called unused.
	 * @return the report of the first step
	 */
	public ValidationReport policies() {
		return report(this.waivers::unusedAnywhere);
	}

	/**
	 * Judges the CORS configuration outside of {@code cors.*} too. To be called once.
	 * @param policies the policies in force, in match order
	 * @param sources the CORS configuration outside of {@code cors.*}
	 * @return the report of both steps
	 */
	public ValidationReport complete(List<EffectivePolicy> policies, List<JudgedSource> sources) {
		OriginParser parser = new OriginParser();
		List<GoverningPolicy> governing = policies.stream()
			.map((policy) -> GoverningPolicy.of(policy, parser))
			.toList();
		Map<RuleId, SourceRule> sourceRules = SourceRules.of(this.rules, this.input);
		for (JudgedSource source : sources) {
			SourceSubject subject = SourceSubject.of(source, governing);
			sourceRules.forEach((rule, check) -> accept(this.severities.ofSources(rule),
					() -> check.check(subject).map((finding) -> finding.in(source.source())), source.source()));
		}
		return report(this.waivers::unused);
	}

	/**
	 * Adds what is wrong with the waivers to what was found so far, and forgets it again:
	 * the second step says it anew.
	 */
	private ValidationReport report(Search unusedWaivers) {
		List<Violation> found = List.copyOf(this.violations);
		Set<Case> foundCases = Set.copyOf(this.seen);
		accept(this.severities.of(RuleId.EXPIRED_WAIVER), this.waivers::expired);
		accept(this.severities.of(RuleId.UNUSED_WAIVER), unusedWaivers);
		List<Violation> all = this.violations.stream().sorted(BY_RULE).toList();
		this.violations.clear();
		this.violations.addAll(found);
		this.seen.clear();
		this.seen.addAll(foundCases);
		return new ValidationReport(this.input.deployment().production(), this.input.deployment().activeProfiles(),
				all);
	}

	private void accept(Severity severity, Search search) {
		if (severity != Severity.OFF) {
			search.run().forEach((finding) -> accept(severity, finding, finding.location()));
		}
	}

	private void accept(Severity severity, Search search, CorsSource source) {
		if (severity != Severity.OFF) {
			search.run().forEach((finding) -> accept(severity, finding, placeOf(finding, source)));
		}
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
		Waiver waiver = this.waivers.excuse(finding);
		if (this.seen.add(new Case(finding.rule(), finding.property(), place, finding.value(), waiver))) {
			this.violations.add(finding.toViolation(severity, waiver));
		}
	}

	/**
	 * Looks for what one rule finds.
	 */
	@FunctionalInterface
	private interface Search {

		Stream<Finding> run();

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
