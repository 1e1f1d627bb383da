package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-method}: an entry that is no method, or a method that browsers forbid.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#forbidden-method">Fetch standard,
 * Forbidden method</a>
 */
final class InvalidMethodRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			for (ConfiguredValue<String> method : Subject.values(definition.allowedMethods())) {
				String problem = problem(method.value());
				if (problem != null) {
					findings.accept(Finding.of(RuleId.INVALID_METHOD, definition.name(), method, problem,
							Remedy.remove(method)));
				}
			}
		}
	}

	private static @Nullable String problem(String method) {
		if (method.equals("*")) {
			return null;
		}
		if (!HttpToken.isToken(method)) {
			return "A method is an HTTP token, such as GET: letters, digits and some signs, no blanks.";
		}
		if (method.indexOf('*') >= 0) {
			return "A method has no wildcard; a * alone allows every method.";
		}
		return FetchMethod.isForbidden(method) ? "Browsers refuse to send this method, so no page could use it." : null;
	}

}
