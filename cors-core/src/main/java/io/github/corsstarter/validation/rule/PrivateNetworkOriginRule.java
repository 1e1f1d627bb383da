package io.github.corsstarter.validation.rule;

import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code private-network-origin}: an entry that can match a host of a private network.
 */
final class PrivateNetworkOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		// Whether a single origin is private costs less to tell than what is reported
		// already
		return origin.isExact() ? (isPrivate(origin) && !isReportedAlready(policy, origin))
				: (!isReportedAlready(policy, origin) && isPrivate(origin));
	}

	private static boolean isPrivate(AllowedOrigin origin) {
		return origin.language().example(Hosts.PRIVATE) != null;
	}

	private static boolean isReportedAlready(GoverningPolicy policy, AllowedOrigin origin) {
		return policy.isPartOfAnyOrigin(origin) || LocalhostOriginRule.reports(policy, origin)
				|| UnboundedOriginsRule.reports(policy, origin);
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.PRIVATE_NETWORK_ORIGIN, policy, origin,
				"In every private network another machine may answer as %s, and its pages could read this API."
					.formatted(origin.language().example(Hosts.PRIVATE)),
				Remedy.productionList(origin.configured(), deployment));
	}

}
