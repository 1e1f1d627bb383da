package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-origin-source}: a place that no tenant can be taken from, or one that
 * some paths of a policy do not have. Whether there is a bean of that name, only the
 * application knows.
 */
final class InvalidOriginSourceRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		List<OriginSourceDefinition> sources = subject.input().originSources();
		for (OriginSourceDefinition source : sources) {
			if (source.tenancy() == null) {
				findings.accept(Finding.of(RuleId.INVALID_ORIGIN_SOURCE, null, source.tenant(),
						"A tenant can only be taken from the host or the path: a preflight has nothing else.",
						"Set %s to host, path:<variable>, bean:<TenantResolver> or none."
							.formatted(source.tenant().key())));
			}
		}
		for (GoverningPolicy policy : subject.policies()) {
			String variable = variable(policy.effective(), sources);
			if (variable != null) {
				checkPaths(policy, variable, findings);
			}
		}
	}

	private static @Nullable String variable(EffectivePolicy policy, List<OriginSourceDefinition> sources) {
		String name = policy.originSourceName();
		Tenancy tenancy = (name != null) ? OriginSourceDefinition.of(sources, name).tenancy() : null;
		return (tenancy != null && tenancy.kind() == Tenancy.Kind.PATH) ? tenancy.name() : null;
	}

	private static void checkPaths(GoverningPolicy policy, String variable, Consumer<Finding> findings) {
		for (ConfiguredValue<String> path : policy.effective().paths().values()) {
			if (!hasVariable(path.value(), variable)) {
				findings.accept(Finding.of(RuleId.INVALID_ORIGIN_SOURCE, policy.name(), path,
						"The origin source '%s' takes the tenant from the path variable '%s', which this pattern does "
							.formatted(policy.effective().originSourceName(), variable) + "not have.",
						"Write {%s} for the segment of %s that names the tenant.".formatted(variable, path.key())));
			}
		}
	}

	private static boolean hasVariable(String pattern, String variable) {
		return Pattern.compile("\\{\\*?" + Pattern.quote(variable) + "(:.*)?}").matcher(pattern).find();
	}

}
