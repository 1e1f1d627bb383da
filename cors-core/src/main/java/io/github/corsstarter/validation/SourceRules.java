package io.github.corsstarter.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.rule.PolicyOverlapRule;
import io.github.corsstarter.validation.rule.Rule;
import io.github.corsstarter.validation.rule.ShadowedCorsRule;
import io.github.corsstarter.validation.rule.SourceRule;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.OriginParser;
import io.github.corsstarter.validation.subject.SourceSubject;
import io.github.corsstarter.validation.subject.Subject;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * The rules that look at CORS configuration outside of {@code cors.*}: those about what a
 * policy allows, held against a source as if it were a policy, and the two about sources
 * next to policies.
 */
final class SourceRules {

	private static final Set<RuleId> OF_POLICIES = Set.of(RuleId.WILDCARD_WITH_CREDENTIALS, RuleId.LOCALHOST_ORIGIN,
			RuleId.NULL_ORIGIN, RuleId.INSECURE_ORIGIN, RuleId.UNBOUNDED_ORIGINS, RuleId.WILDCARD_ORIGIN,
			RuleId.PRIVATE_NETWORK_ORIGIN, RuleId.NO_ORIGINS, RuleId.REDUNDANT_ORIGIN,
			RuleId.EXPOSED_WILDCARD_WITH_CREDENTIALS, RuleId.INEFFECTIVE_HEADER, RuleId.LONG_MAX_AGE);

	private final Map<RuleId, SourceRule> rules = new EnumMap<>(RuleId.class);

	SourceRules(Map<RuleId, Rule> policyRules, ValidationInput input) {
		policyRules.forEach((id, rule) -> {
			if (OF_POLICIES.contains(id)) {
				this.rules.put(id, (subject, findings) -> {
					GoverningPolicy policy = subject.asPolicy();
					if (policy != null && isMeant(id, subject)) {
						rule.check(Subject.of(policy, input), findings);
					}
				});
			}
		});
		this.rules.put(RuleId.SHADOWED_CORS, new ShadowedCorsRule());
		this.rules.put(RuleId.POLICY_OVERLAP, new PolicyOverlapRule());
	}

	/**
	 * Tells whether a rule may find something outside of {@code cors.*}.
	 * @param rule a rule
	 * @return {@code true} if it looks there, or at waivers that may be needed there
	 */
	static boolean includes(RuleId rule) {
		return OF_POLICIES.contains(rule) || rule == RuleId.SHADOWED_CORS || rule == RuleId.POLICY_OVERLAP
				|| rule == RuleId.UNUSED_WAIVER;
	}

	/**
	 * Holds sources against the rules.
	 * @param policies the policies in force, in match order
	 * @param sources the sources
	 * @param severities tell which rules need not be looked at
	 * @param parser parses the policies, and knows what pays for proofs
	 * @param found takes what is found, source by source
	 */
	void check(List<EffectivePolicy> policies, List<JudgedSource> sources, Severities severities, OriginParser parser,
			FoundViolations found) {
		List<GoverningPolicy> governing = policies.stream()
			.map((policy) -> GoverningPolicy.of(policy, parser))
			.toList();
		for (JudgedSource source : sources) {
			SourceSubject subject = SourceSubject.of(source, governing, parser.allowance());
			this.rules.forEach((id, rule) -> {
				if (severities.ofSources(id) != Severity.OFF) {
					rule.check(subject, (finding) -> found.add(finding, source.source()));
				}
			});
		}
	}

	/**
	 * A WebSocket handler for which nothing is allowed serves the application's own
	 * pages, which is the default.
	 */
	private static boolean isMeant(RuleId rule, SourceSubject subject) {
		return rule != RuleId.NO_ORIGINS || subject.source().kind() != CorsSource.Kind.WEBSOCKET;
	}

}
