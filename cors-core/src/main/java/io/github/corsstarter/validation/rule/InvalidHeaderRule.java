package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.fetch.HttpToken;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-header}: an entry that is no header name.
 */
final class InvalidHeaderRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			check(definition, definition.allowedHeaders(), findings);
			check(definition, definition.exposedHeaders(), findings);
		}
	}

	private static void check(CorsPolicyDefinition definition, @Nullable ConfiguredList headers,
			Consumer<Finding> findings) {
		for (ConfiguredValue<String> header : Subject.values(headers)) {
			String problem = problem(header.value());
			if (problem != null) {
				findings.accept(Finding.of(RuleId.INVALID_HEADER, definition.name(), header, problem,
						Remedy.correct(header, correction(header.value()))));
			}
		}
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
