package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code wildcard-with-credentials}: credentials together with any origin.
 */
final class WildcardWithCredentialsRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		if (policy.allowsCredentials()) {
			check(policy, findings);
		}
	}

	private static void check(GoverningPolicy policy, Consumer<Finding> findings) {
		for (AllowedOrigin origin : policy.origins()) {
			if (origin.isAnyOrigin()) {
				findings.accept(finding(policy, origin, "The entry accepts any origin: "));
			}
		}
		List<AllowedOrigin> parts = policy.anyOriginParts();
		if (!parts.isEmpty()) {
			findings
				.accept(finding(policy, parts.get(0), policy.anyOriginPartsText() + " together accept any origin: "));
		}
	}

	private static Finding finding(GoverningPolicy policy, AllowedOrigin origin, String what) {
		return OriginRule.finding(RuleId.WILDCARD_WITH_CREDENTIALS, policy, origin,
				what + "every website could read this API with the cookies and logins of its visitors.",
				"List the origins that are meant in %s, or set %s to false.".formatted(Remedy.key(origin.configured()),
						Remedy.key(policy.effective().allowCredentials())));
	}

}
