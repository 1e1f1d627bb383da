package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code exposed-wildcard-with-credentials}: {@code *} among the exposed headers,
 * together with credentials.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-expose-headers">Fetch
 * standard, Access-Control-Expose-Headers</a>
 */
final class ExposedWildcardRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies()
			.stream()
			.filter(GoverningPolicy::allowsCredentials)
			.flatMap((policy) -> policy.effective()
				.exposedHeaders()
				.values()
				.stream()
				.filter((header) -> header.value().equals("*"))
				.map((header) -> Finding.of(RuleId.EXPOSED_WILDCARD_WITH_CREDENTIALS, policy.name(), header,
						"On responses to requests with credentials browsers read * as a header of that name, "
								+ "so nothing is exposed.",
						"List the headers that pages read in " + Remedy.key(header) + ".")));
	}

}
