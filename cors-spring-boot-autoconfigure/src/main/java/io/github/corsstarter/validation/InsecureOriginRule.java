package io.github.corsstarter.validation;

import org.jspecify.annotations.Nullable;

/**
 * {@code insecure-origin}: credentials together with an origin that can be plain http on
 * a public host.
 */
final class InsecureOriginRule extends OriginRule {

	@Override
	boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin) {
		return policy.allowsCredentials() && !policy.isPartOfAnyOrigin(origin) && origin.insecureExample() != null;
	}

	@Override
	Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin) {
		return Finding.of(RuleId.INSECURE_ORIGIN, policy, origin,
				("Anybody on the network between a visitor and %s can put scripts into its pages, "
						+ "and read this API with the visitor's credentials.")
					.formatted(origin.insecureExample()),
				Remedy.correct(origin.configured(), secure(origin)));
	}

	private static @Nullable String secure(AllowedOrigin origin) {
		String secure = origin.spelling().replaceFirst("^(\\^?)http(s\\?)?:", "$1https:");
		return secure.equals(origin.spelling()) ? null : secure;
	}

}
