package io.github.corsstarter.validation.rule;

import java.util.List;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Findings;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code wildcard-with-credentials}: credentials together with any origin.
 */
public final class WildcardWithCredentialsRule implements Rule {

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
