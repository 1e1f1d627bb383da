package io.github.corsstarter.validation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

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

	private SourceRules() {
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

	static Map<RuleId, SourceRule> of(Map<RuleId, Rule> rules, ValidationInput input) {
		Map<RuleId, SourceRule> sourceRules = new EnumMap<>(RuleId.class);
		rules.forEach((id, rule) -> {
			if (OF_POLICIES.contains(id)) {
				sourceRules.put(id, (subject, findings) -> {
					GoverningPolicy policy = subject.asPolicy();
					if (policy != null && isMeant(id, subject)) {
						rule.check(Subject.of(policy, input), findings);
					}
				});
			}
		});
		sourceRules.put(RuleId.SHADOWED_CORS, new ShadowedCorsRule());
		sourceRules.put(RuleId.POLICY_OVERLAP, new PolicyOverlapRule());
		return sourceRules;
	}

	/**
	 * A WebSocket handler for which nothing is allowed serves the application's own
	 * pages, which is the default.
	 */
	private static boolean isMeant(RuleId rule, SourceSubject subject) {
		return rule != RuleId.NO_ORIGINS || subject.source().kind() != CorsSource.Kind.WEBSOCKET;
	}

}
