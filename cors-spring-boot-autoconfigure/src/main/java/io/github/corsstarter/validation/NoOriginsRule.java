package io.github.corsstarter.validation;

import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.EffectivePolicy;

/**
 * {@code no-origins}: a policy that allows no origin or no method.
 */
final class NoOriginsRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.map(GoverningPolicy::effective)
			.flatMap((policy) -> Stream.concat(noOrigin(policy), noMethod(policy)));
	}

	private static Stream<Finding> noOrigin(EffectivePolicy policy) {
		boolean none = lists(policy).allMatch((list) -> list.values().isEmpty());
		return none ? Stream.of(finding(policy, blankList(policy), "origin", "https://app.example.com"))
				: Stream.empty();
	}

	private static Stream<Finding> noMethod(EffectivePolicy policy) {
		ConfiguredList methods = policy.allowedMethods();
		return methods.values().isEmpty() ? Stream.of(finding(policy, methods, "method", "GET")) : Stream.empty();
	}

	private static Stream<ConfiguredList> lists(EffectivePolicy policy) {
		return Stream.of(policy.allowedOrigins(), policy.allowedOriginPatterns(), policy.allowedOriginRegexes());
	}

	private static ConfiguredList blankList(EffectivePolicy policy) {
		return lists(policy).filter((list) -> list.location() != null).findFirst().orElse(policy.allowedOrigins());
	}

	private static Finding finding(EffectivePolicy policy, ConfiguredList list, String kind, String example) {
		return Finding.of(RuleId.NO_ORIGINS, policy.name(), Blank.value(list),
				"The policy allows no %s, so every cross-origin request to its paths is rejected.".formatted(kind),
				"Set %s, such as %s, or take the paths out of the policy.".formatted(list.property(), example));
	}

}
