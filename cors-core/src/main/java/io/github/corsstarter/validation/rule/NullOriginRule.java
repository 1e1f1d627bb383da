package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code null-origin}: {@code null} in an allowlist.
 */
final class NullOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return origin.isNull();
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return finding(RuleId.NULL_ORIGIN, policy, origin,
				"Every sandboxed frame has the origin null, and any website can open one: "
						+ "allowing null allows every website.",
				Remedy.remove(origin.configured()));
	}

}
