package io.github.corsstarter.validation;

import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.HttpToken;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-header}: an entry that is no header name.
 */
final class InvalidHeaderRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.definitions()
			.stream()
			.flatMap((definition) -> Stream.of(definition.allowedHeaders(), definition.exposedHeaders())
				.filter(Objects::nonNull)
				.map(ConfiguredList::values)
				.flatMap((values) -> values.stream().flatMap((header) -> check(definition, header))));
	}

	private static Stream<Finding> check(CorsPolicyDefinition definition, ConfiguredValue<String> header) {
		String problem = problem(header.value());
		return (problem != null) ? Stream.of(Finding.of(RuleId.INVALID_HEADER, definition.name(), header, problem,
				Remedy.correct(header, correction(header.value())))) : Stream.empty();
	}

	private static @Nullable String problem(String header) {
		if (header.equals("*")) {
			return null;
		}
		if (!HttpToken.isToken(header)) {
			return "A header name is an HTTP token such as X-Trace: letters, digits and some signs, no blank or colon.";
		}
		return (header.indexOf('*') >= 0)
				? "A header name has no wildcard; a * alone means every header, anything else is taken literally."
				: null;
	}

	private static @Nullable String correction(String header) {
		int colon = header.indexOf(':');
		String name = (colon >= 0) ? header.substring(0, colon).strip() : header;
		return (colon >= 0 && problem(name) == null) ? name : null;
	}

}
