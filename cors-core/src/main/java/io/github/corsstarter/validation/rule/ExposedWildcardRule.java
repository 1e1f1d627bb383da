package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code exposed-wildcard-with-credentials}: {@code *} among the exposed headers,
 * together with credentials.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-expose-headers">Fetch
 * standard, Access-Control-Expose-Headers</a>
 */
final class ExposedWildcardRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		for (ConfiguredValue<String> header : policy.effective().exposedHeaders().values()) {
			if (policy.allowsCredentials() && header.value().equals("*")) {
				findings.accept(finding(policy, header));
			}
		}
	}

	private static Finding finding(GoverningPolicy policy, ConfiguredValue<String> header) {
		return Finding
			.of(RuleId.EXPOSED_WILDCARD_WITH_CREDENTIALS, policy.name(), header,
					"On responses to requests with credentials browsers read * as a header of that name, "
							+ "so nothing is exposed.",
					"List the headers that pages read in " + Remedy.key(header) + ".");
	}

}
