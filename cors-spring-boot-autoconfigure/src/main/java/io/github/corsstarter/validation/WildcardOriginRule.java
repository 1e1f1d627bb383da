package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code wildcard-origin}: an open policy.
 */
final class WildcardOriginRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.filter((policy) -> !policy.allowsCredentials())
			.flatMap((policy) -> policy.origins()
				.stream()
				.filter(AllowedOrigin::isPlainWildcard)
				.map((origin) -> Finding.of(RuleId.WILDCARD_ORIGIN, policy, origin,
						"Every website may read what this API answers without credentials. "
								+ "That is right for public data only.",
						"List the origins that are meant in " + Remedy.key(origin.configured())
								+ ", or excuse a public API under cors.validation.waivers.")));
	}

}
