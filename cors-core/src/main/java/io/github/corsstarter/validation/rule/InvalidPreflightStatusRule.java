package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code invalid-preflight-status}: a status with which browsers fail every preflight.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch standard,
 * CORS-preflight fetch</a>
 */
final class InvalidPreflightStatusRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			ConfiguredValue<Integer> status = definition.preflightStatus();
			if (status != null && (status.value() < 200 || status.value() > 299)) {
				findings.accept(Finding.of(RuleId.INVALID_PREFLIGHT_STATUS, definition.name(), status,
						"Browsers accept a preflight only when its status is 200 to 299.",
						"Set %s to 200 or 204.".formatted(Remedy.key(status))));
			}
		}
	}

}
