package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code shared-origin-source}: credentials together with the origins of all tenants in
 * one pool.
 */
final class SharedOriginSourceRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (GoverningPolicy policy : subject.policies()) {
			ConfiguredValue<String> source = policy.effective().originSource();
			if (source != null && !source.value().isEmpty() && policy.allowsCredentials()) {
				check(policy, source, OriginSourceDefinition.of(subject.input().originSources(), source.value()),
						findings);
			}
		}
	}

	private static void check(GoverningPolicy policy, ConfiguredValue<String> source, OriginSourceDefinition settings,
			Consumer<Finding> findings) {
		Tenancy tenancy = settings.tenancy();
		if (tenancy != null && tenancy.kind() == Tenancy.Kind.NONE) {
			findings.accept(Finding.of(RuleId.SHARED_ORIGIN_SOURCE, policy.name(), source,
					"Every customer's page could call every customer's API with the cookies and logins of its "
							+ "visitors: the origins of '%s' are not told apart by tenant.".formatted(source.value()),
					"Set %s to host or path:<variable>, or %s to false.".formatted(settings.tenant().key(),
							Remedy.key(policy.effective().allowCredentials()))));
		}
	}

}
