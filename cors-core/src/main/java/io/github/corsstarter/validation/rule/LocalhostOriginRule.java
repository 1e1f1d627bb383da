package io.github.corsstarter.validation.rule;

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
public final class LocalhostOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return reports(policy, origin);
	}

	/**
	 * Tells whether the rule has something to say about an entry.
	 * @param policy a policy
	 * @param origin one of its entries
	 * @return {@code true} if the entry can match a loopback origin, and is not part of
	 * what is reported as any origin
	 */
	static boolean reports(GoverningPolicy policy, AllowedOrigin origin) {
		return !policy.isPartOfAnyOrigin(origin) && origin.loopbackExample() != null;
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.LOCALHOST_ORIGIN, policy, origin,
				"Any page served from a visitor's own machine could read this API." + example(origin)
						+ Remedy.provenance(origin.configured(), deployment),
				Remedy.productionList(origin.configured(), deployment));
	}

	private static String example(AllowedOrigin origin) {
		return origin.spelling().equals(origin.loopbackExample()) ? ""
				: " The entry accepts " + origin.loopbackExample() + ".";
	}

}
