package io.github.corsstarter.validation;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.rule.Rule;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.OriginProofs;
import io.github.corsstarter.validation.subject.Subject;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * A validation in two steps: the properties are judged before a web server is made, and
 * the application's other CORS configuration when all of it exists. What waivers waive is
 * remembered from the first step to the second. Not safe for use by several threads.
 */
public final class StagedValidation {

	private final Map<RuleId, Rule> rules;

	private final ValidationInput input;

	private final Severities severities;

	private final Waivers waivers;

	private final OriginProofs origins = new OriginProofs();

	private final FoundViolations found;

	private final Subject subject;

	StagedValidation(Map<RuleId, Rule> rules, ValidationInput input) {
		this.rules = rules;
		this.input = input;
		this.severities = new Severities(input);
		this.waivers = new Waivers(input);
		this.found = new FoundViolations(this.severities, this.waivers);
		this.subject = new Subject(input, this.origins);
		checkPolicies();
	}

	private void checkPolicies() {
		this.input.problems().forEach(this.found.ofProperties());
		for (Map.Entry<RuleId, Rule> rule : this.rules.entrySet()) {
			if (this.severities.matters(rule.getKey())) {
				rule.getValue().check(this.subject, this.found.ofProperties());
			}
		}
	}

	/**
	 * Return what was found in the properties. Waivers that may be needed elsewhere are
	 * only called unused where the start is stopped.
	 * @return the report of the first step
	 */
	public ValidationReport policies() {
		FoundViolations all = new FoundViolations(this.found);
		this.waivers.findExpired(all.ofProperties());
		this.waivers.findUnusedInProperties(all.errors(), all.ofProperties());
		return report(all, false);
	}

	/**
	 * Judge the CORS configuration outside of {@code cors.*} too. What is found later can
	 * follow in another call.
	 * @param policies the policies in force, in match order
	 * @param sources the CORS configuration outside of {@code cors.*} that was not judged
	 * before
	 * @return the report of all that was judged so far
	 */
	public ValidationReport complete(List<EffectivePolicy> policies, List<JudgedSource> sources) {
		if (!sources.isEmpty()) {
			new SourceRules(this.rules, this.input.deployment(), this.severities, this.found).check(sources,
					governing(policies), this.origins);
		}
		FoundViolations all = new FoundViolations(this.found);
		this.waivers.findExpired(all.ofProperties());
		this.waivers.findUnused(all.unwaived(), all.ofProperties());
		return report(all, true);
	}

	private List<GoverningPolicy> governing(List<EffectivePolicy> policies) {
		return policies.stream()
			.map((policy) -> this.subject.policies()
				.stream()
				.filter((known) -> known.effective() == policy)
				.findFirst()
				.orElseGet(() -> GoverningPolicy.of(policy, this.origins)))
			.toList();
	}

	private ValidationReport report(FoundViolations all, boolean complete) {
		return new ValidationReport(this.input.deployment().production(), this.input.deployment().activeProfiles(),
				all.inOrder(), complete);
	}

}
