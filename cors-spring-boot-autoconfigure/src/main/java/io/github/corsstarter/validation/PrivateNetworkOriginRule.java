package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code private-network-origin}: an entry that can match a host of a private network.
 */
final class PrivateNetworkOriginRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.flatMap((policy) -> policy.origins()
				.stream()
				.filter((origin) -> !isReportedAlready(policy, origin) && origin.privateNetworkExample() != null)
				.map((origin) -> finding(subject.deployment(), policy, origin)));
	}

	private static boolean isReportedAlready(GoverningPolicy policy, AllowedOrigin origin) {
		return policy.isPartOfAnyOrigin(origin) || LocalhostOriginRule.reports(policy, origin)
				|| UnboundedOriginsRule.reports(policy, origin);
	}

	private static Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return Finding
			.of(RuleId.PRIVATE_NETWORK_ORIGIN, policy, origin,
					"In every private network another machine may answer as %s, and its pages could read this API."
						.formatted(origin.privateNetworkExample()),
					Remedy.productionList(origin.configured(), deployment));
	}

}
