package io.github.corsstarter.validation;

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
		return Finding.of(RuleId.NULL_ORIGIN, policy, origin,
				"Every sandboxed frame has the origin null, and any website can open one: "
						+ "allowing null allows everybody.",
				Remedy.remove(origin.configured()));
	}

}
