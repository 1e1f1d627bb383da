package io.github.corsstarter.validation.rule;

import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code localhost-origin}: an entry that can match an origin on the visitor's own
 * machine.
 */
final class LocalhostOriginRule extends OriginRule {

	static final String CONSEQUENCE = "Any page served from a visitor's own machine could read this API.";

	/** Added where an origin stands in code, which is the same in every profile. */
	static final String FOR_DEVELOPMENT = " For development, allow it by cors.allowed-origins in the file of a "
			+ "profile.";

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return reports(policy, origin);
	}

	/**
	 * Return whether the rule has something to say about an entry.
	 * @param policy a policy
	 * @param origin one of its entries
	 * @return {@code true} if the entry can match a loopback origin, and is not part of
	 * what is reported as any origin
	 */
	static boolean reports(GoverningPolicy policy, AllowedOrigin origin) {
		return !policy.isPartOfAnyOrigin(origin)
				&& (origin.language().example(Hosts.LOOPBACK) != null || origin.undecided(Hosts.LOOPBACK) != null);
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.LOCALHOST_ORIGIN, policy, origin,
				CONSEQUENCE + example(origin) + Remedy.provenance(origin.configured(), deployment),
				Remedy.productionList(origin.configured(), deployment)
						+ ((origin.configured().place() instanceof Place.Setting) ? FOR_DEVELOPMENT : ""));
	}

	private static String example(AllowedOrigin origin) {
		String example = origin.language().example(Hosts.LOOPBACK);
		if (example == null) {
			return " That the entry accepts no such page cannot be told. " + origin.undecided(Hosts.LOOPBACK);
		}
		return origin.spelling().equals(example) ? "" : " The entry accepts " + example + ".";
	}

}
