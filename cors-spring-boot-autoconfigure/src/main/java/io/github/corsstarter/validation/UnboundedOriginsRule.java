package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code unbounded-origins}: a pattern or a regular expression that accepts origins of
 * more than one owner.
 */
final class UnboundedOriginsRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return Stream.empty();
	}

	static boolean reports(GoverningPolicy policy, AllowedOrigin origin) {
		return false;
	}

}
