package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * What was configured below {@code cors}, not judged yet.
 *
 * @param input what is to be validated
 * @param filterOrder the order of the filter
 */
public record CorsSettings(ValidationInput input, int filterOrder) {

	/**
	 * Compile the policies that govern anything.
	 * @return the base policy, if it governs anything, and the named ones that are
	 * enabled
	 * @throws IllegalArgumentException if a policy is not valid
	 */
	public List<CorsPolicy> compile() {
		List<CorsPolicy> policies = new ArrayList<>();
		for (EffectivePolicy policy : this.input.policies().governing()) {
			policies.add(CorsPolicy.compile(policy));
		}
		return policies;
	}

}
