package io.github.corsstarter.validation;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code wildcard-with-credentials}: credentials together with any origin.
 */
final class WildcardWithCredentialsRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.filter(GoverningPolicy::allowsCredentials)
			.flatMap(
					(policy) -> Stream.concat(
							policy.origins()
								.stream()
								.filter(AllowedOrigin::isAnyOrigin)
								.map((origin) -> finding(policy, origin, "The entry accepts any origin: ")),
							together(policy)));
	}

	private static Stream<Finding> together(GoverningPolicy policy) {
		List<AllowedOrigin> parts = policy.anyOriginParts();
		return parts.isEmpty() ? Stream.empty() : Stream
			.of(finding(policy, parts.get(0), policy.anyOriginPartsText() + " together accept any origin: "));
	}

	private static Finding finding(GoverningPolicy policy, AllowedOrigin origin, String what) {
		return Finding.of(RuleId.WILDCARD_WITH_CREDENTIALS, policy, origin,
				what + "every website could read this API with the cookies and logins of its visitors.",
				"List the origins that are meant in %s, or set %s to false.".formatted(Remedy.key(origin.configured()),
						policy.effective().allowCredentials().property()));
	}

}
