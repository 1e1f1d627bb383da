package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * What was configured below {@code cors}, judged by nobody yet.
 *
 * @param input what is to be validated
 * @param filterOrder the order of the filter
 */
public record CorsSettings(ValidationInput input, int filterOrder) {

	/**
	 * Compiles the policies that govern anything.
	 * @return the base policy, if it governs anything, and the named ones that are
	 * enabled
	 * @throws IllegalArgumentException if a policy is not valid
	 */
	public List<CorsPolicy> compile() {
		CorsPolicyDefinition base = this.input.base();
		List<CorsPolicy> policies = new ArrayList<>();
		compile(EffectivePolicy.of(base), policies);
		for (CorsPolicyDefinition policy : this.input.policies()) {
			if (policy.enabled()) {
				compile(EffectivePolicy.of(policy, base), policies);
			}
		}
		return policies;
	}

	private static void compile(EffectivePolicy policy, List<CorsPolicy> policies) {
		if (policy.governs()) {
			policies.add(CorsPolicy.compile(policy));
		}
	}

}
