package io.github.corsstarter.validation;

import java.util.List;

/**
 * {@code wildcard-with-credentials}: credentials together with any origin.
 */
final class WildcardWithCredentialsRule implements Rule {

	@Override
	public void check(Subject subject, Findings findings) {
		for (GoverningPolicy policy : subject.policies()) {
			if (policy.allowsCredentials()) {
				check(policy, findings);
			}
		}
	}

	private static void check(GoverningPolicy policy, Findings findings) {
		for (AllowedOrigin origin : policy.origins()) {
			if (origin.isAnyOrigin()) {
				findings.add(finding(policy, origin, "The entry accepts any origin: "));
			}
		}
		List<AllowedOrigin> parts = policy.anyOriginParts();
		if (!parts.isEmpty()) {
			findings.add(finding(policy, parts.get(0), policy.anyOriginPartsText() + " together accept any origin: "));
		}
	}

	private static Finding finding(GoverningPolicy policy, AllowedOrigin origin, String what) {
		return Finding.of(RuleId.WILDCARD_WITH_CREDENTIALS, policy, origin,
				what + "every website could read this API with the cookies and logins of its visitors.",
				"List the origins that are meant in %s, or set %s to false.".formatted(Remedy.key(origin.configured()),
						policy.effective().allowCredentials().property()));
	}

}
