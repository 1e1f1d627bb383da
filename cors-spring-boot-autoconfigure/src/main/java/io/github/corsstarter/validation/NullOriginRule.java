package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code null-origin}: {@code null} in an allowlist.
 */
final class NullOriginRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.flatMap((policy) -> policy.origins()
				.stream()
				.filter(AllowedOrigin::isNull)
				.map((origin) -> Finding.of(RuleId.NULL_ORIGIN, policy, origin,
						"Every sandboxed frame has the origin null, and any website can open one: "
								+ "allowing null allows everybody.",
						Remedy.remove(origin.configured()))));
	}

}
