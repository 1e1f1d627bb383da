package io.github.corsstarter.validation.rule;

import io.github.corsstarter.origin.proof.Hosts;
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
final class InsecureOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return policy.allowsCredentials() && !policy.isPartOfAnyOrigin(origin)
				&& (origin.language().example(Hosts.INSECURE) != null || origin.undecided(Hosts.INSECURE) != null);
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		String example = origin.language().example(Hosts.INSECURE);
		return finding(RuleId.INSECURE_ORIGIN, policy, origin,
				consequence((example != null) ? example : "a host without https") + ((example != null) ? ""
						: " That the entry accepts no such host cannot be told. " + origin.undecided(Hosts.INSECURE)),
				Remedy.correct(origin.configured(), origin.secureCorrection()));
	}

	static String consequence(String host) {
		return "Anyone on the network between a visitor and %s can put scripts into its pages, ".formatted(host)
				+ "and read this API with the visitor's credentials.";
	}

}
