package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code wildcard-origin}: an open policy.
 */
final class WildcardOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return origin.isPlainWildcard() && !policy.allowsCredentials();
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.WILDCARD_ORIGIN, policy, origin,
				"Every website may read what this API answers without credentials. "
						+ "That is correct for public data only.",
				"List the origins that are meant in " + Remedy.key(origin.configured())
						+ ", or waive it for a public API under cors.validation.waivers.");
	}

}
