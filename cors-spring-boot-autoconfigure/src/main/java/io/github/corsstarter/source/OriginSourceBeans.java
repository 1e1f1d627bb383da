package io.github.corsstarter.source;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Holds the names of beans that the properties have against the beans there are.
 */
public final class OriginSourceBeans {

	private final ListableBeanFactory beans;

	/**
	 * Create the comparison.
	 * @param beans has the beans, none of which is created
	 */
	public OriginSourceBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Find the names that no bean has.
	 * @param input what was configured
	 * @return a finding for each
	 */
	public List<Finding> findUnknown(ValidationInput input) {
		List<Finding> findings = new ArrayList<>();
		for (CorsPolicyDefinition policy : input.policies().definitions()) {
			ConfiguredValue<String> source = policy.originSource();
			if (source != null && !source.value().isEmpty()) {
				check(source, source.value(), policy.name(), OriginSource.class, findings);
			}
		}
		for (OriginSourceDefinition source : input.originSources()) {
			Tenancy tenancy = source.tenancy();
			if (!hasSource(source.name().value())) {
				check(source.name(), source.name().value(), null, OriginSource.class, findings);
			}
			if (tenancy != null && tenancy.kind() == Tenancy.Kind.BEAN) {
				check(source.tenant(), tenancy.name(), null, TenantResolver.class, findings);
			}
		}
		return findings;
	}

	/**
	 * The name of a variable of the environment has no case.
	 */
	private boolean hasSource(String name) {
		for (String candidate : this.beans.getBeanNamesForType(OriginSource.class, true, false)) {
			if (candidate.equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

	private void check(ConfiguredValue<String> value, String name, @Nullable String policy, Class<?> type,
			List<Finding> findings) {
		if (!this.beans.containsBean(name) || !this.beans.isTypeMatch(name, type)) {
			String[] others = this.beans.getBeanNamesForType(type, true, false);
			String known = (others.length > 0) ? "There are " + String.join(", ", others) + "." : "There is none.";
			findings.add(Finding.of(RuleId.INVALID_ORIGIN_SOURCE, policy, value,
					"No bean '%s' is of type %s. %s".formatted(name, type.getSimpleName(), known),
					"Set %s to the name of such a bean, or define one.".formatted(value.key())));
		}
	}

}
