package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code insecure-origin}: credentials together with an origin that can be plain http on
 * a public host.
 */
public final class InsecureOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return policy.allowsCredentials() && !policy.isPartOfAnyOrigin(origin) && origin.insecureExample() != null;
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.INSECURE_ORIGIN, policy, origin,
				("Anybody on the network between a visitor and %s can put scripts into its pages, "
						+ "and read this API with the visitor's credentials.")
					.formatted(origin.insecureExample()),
				Remedy.correct(origin.configured(), origin.secureCorrection()));
	}

}
