package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import org.jspecify.annotations.Nullable;

/**
 * {@code no-origins}: a policy that allows no origin or no method.
 */
final class NoOriginsRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		check(policy.name(), policy.effective(), findings);
	}

	private static void check(@Nullable String name, EffectivePolicy policy, Consumer<Finding> findings) {
		if (policy.allowedOrigins().values().isEmpty() && policy.allowedOriginPatterns().values().isEmpty()
				&& policy.allowedOriginRegexes().values().isEmpty() && policy.originSourceName() == null) {
			findings.accept(finding(name, blankList(policy), "origin", "https://app.example.com"));
		}
		if (policy.allowedMethods().values().isEmpty()) {
			findings.accept(finding(name, policy.allowedMethods(), "method", "GET"));
		}
	}

	/**
	 * Return the first of the lists that was written.
	 */
	private static ConfiguredList blankList(EffectivePolicy policy) {
		return Stream.of(policy.allowedOrigins(), policy.allowedOriginPatterns(), policy.allowedOriginRegexes())
			.filter((list) -> list.location() != null)
			.findFirst()
			.orElse(policy.allowedOrigins());
	}

	private static Finding finding(@Nullable String policy, ConfiguredList list, String kind, String example) {
		return Finding.of(RuleId.NO_ORIGINS, policy, Blank.value(list),
				"The policy allows no %s, so every cross-origin request to its paths is rejected.".formatted(kind),
				"Set %s, such as %s, or take the paths out of the policy.".formatted(list.key(), example));
	}

}
