package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.reload.PoliciesInForce;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The policies that an application makes itself, which take the place of those of the
 * properties. They are judged as these are, and ignore the case of paths as these do.
 */
final class OwnPolicies implements BeanPostProcessor {

	private static final String EXPLAIN_REJECTIONS = "cors.explain-rejections";

	private final ObjectProvider<PoliciesInForce> configured;

	private final Map<CorsPolicies, String> names = new ConcurrentHashMap<>();

	private volatile boolean caseIgnored;

	/**
	 * Create what looks after the policies.
	 * @param configured the policies of the properties, which are no matter of this
	 */
	OwnPolicies(ObjectProvider<PoliciesInForce> configured) {
		this.configured = configured;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof CorsPolicies made) || this.configured.getIfAvailable() != null) {
			return bean;
		}
		CorsPolicies policies = new CorsPolicies(new InForce(made));
		this.names.put(policies, beanName);
		return policies;
	}

	/**
	 * Have the policies ignore the case of paths from now on, if there are any.
	 * @param ignored tells whether a handler mapping does, which takes a while
	 */
	void ignoreCaseIf(BooleanSupplier ignored) {
		if (!this.names.isEmpty()) {
			this.caseIgnored = ignored.getAsBoolean();
		}
	}

	/**
	 * Judge the policies as they are now.
	 * @param policies one of the beans
	 * @param configured where the application runs, severities and waivers
	 * @return a validation of which the first step is done
	 */
	StagedValidation judge(CorsPolicies policies, ValidationInput configured) {
		Location bean = new Location.Bean(this.names.getOrDefault(policies, "corsPolicies"));
		PolicyTable table = policies.table();
		List<ConfiguredValue<String>> keys = new ArrayList<>(configured.keys());
		if (table.explainsRejections()) {
			keys.add(0, ConfiguredValue.of(EXPLAIN_REJECTIONS, EXPLAIN_REJECTIONS, bean));
		}
		EffectivePolicies made = EffectivePolicies.made(table.all().stream().map(CorsPolicy::definition).toList(),
				bean);
		PathPatternSyntax syntax = this.caseIgnored ? PathPatternSyntax.ignoringCase() : new PathPatternSyntax();
		return new PolicyValidator(syntax)
			.start(new ValidationInput(made, configured.deployment(), configured.severities(), configured.waivers(),
					keys, configured.problems(), configured.originSources(), table.explainsRejections()));
	}

	/**
	 * What the application has put in force, with the case of paths or without.
	 */
	private final class InForce implements Supplier<PolicyTable> {

		private final CorsPolicies made;

		private volatile @Nullable Adapted last;

		InForce(CorsPolicies made) {
			this.made = made;
		}

		@Override
		public PolicyTable get() {
			PolicyTable current = this.made.table();
			return OwnPolicies.this.caseIgnored ? adapt(current) : current;
		}

		private PolicyTable adapt(PolicyTable current) {
			Adapted known = this.last;
			if (known == null || known.from() != current) {
				known = new Adapted(current, current.ignoringCase());
				this.last = known;
			}
			return known.to();
		}

	}

	private record Adapted(PolicyTable from, PolicyTable to) {

	}

}
