package io.github.corsstarter.validation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * How much a violation of each rule weighs in this deployment.
 */
final class Severities {

	private final Map<RuleId, Severity> configured = new EnumMap<>(RuleId.class);

	private final boolean production;

	private final Set<String> reportOnly = new HashSet<>();

	Severities(ValidationInput input) {
		this.production = input.deployment().production();
		for (EffectivePolicy policy : input.policies().governing()) {
			if (policy.isReportOnly()) {
				this.reportOnly.add(policy.name());
			}
		}
		for (Map.Entry<String, ConfiguredValue<String>> entry : input.severities().entrySet()) {
			RuleId rule = RuleId.find(entry.getKey());
			Severity severity = Severity.parse(entry.getValue().value());
			if (rule != null && rule.isAdjustable() && severity != null) {
				this.configured.putIfAbsent(rule, severity);
			}
		}
	}

	/**
	 * Return whether a rule has to be looked at.
	 * @param rule the rule
	 * @return {@code false} if none of its violations is reported
	 */
	boolean matters(RuleId rule) {
		return of(rule) != Severity.OFF || (!this.reportOnly.isEmpty() && ofReportOnly(rule) != Severity.OFF);
	}

	/**
	 * Return the severity of a finding about the properties.
	 * @param finding the finding
	 * @return the severity; {@link Severity#OFF} if it is not reported
	 */
	Severity of(Finding finding) {
		return this.reportOnly.contains(finding.policy()) ? ofReportOnly(finding.rule()) : of(finding.rule());
	}

	/**
	 * Return the severity of a rule where a policy refuses nobody: it stops no start, and
	 * what would stop one is said all the same.
	 */
	private Severity ofReportOnly(RuleId rule) {
		if (rule.kind() == RuleId.Kind.SAFETY) {
			return (rule.isProductionOnly() && !this.production) ? Severity.OFF : Severity.WARN;
		}
		Severity severity = of(rule);
		boolean lowered = severity == Severity.ERROR && rule.isAdjustable() && rule != RuleId.REPORT_ONLY;
		return lowered ? Severity.WARN : severity;
	}

	/**
	 * Return the severity of a rule.
	 * @param rule the rule
	 * @return the severity; {@link Severity#OFF} if the rule need not be looked at
	 */
	Severity of(RuleId rule) {
		if (rule.isProductionOnly() && !this.production) {
			return Severity.OFF;
		}
		Severity severity = this.configured.get(rule);
		return (severity != null && rule.isWaivable(this.production)) ? severity : rule.severity(this.production);
	}

	/**
	 * Return the severity of a rule outside of {@code cors.*}, where no default stops a
	 * start that is not production.
	 * @param rule the rule
	 * @return the severity; {@link Severity#OFF} if the rule need not be looked at
	 */
	Severity ofSources(RuleId rule) {
		boolean lowered = rule == RuleId.WILDCARD_WITH_CREDENTIALS && !this.production
				&& !this.configured.containsKey(rule);
		return lowered ? Severity.WARN : of(rule);
	}

}
