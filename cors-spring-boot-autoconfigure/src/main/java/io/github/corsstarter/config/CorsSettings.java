package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * What was configured below {@code cors}, not judged yet.
 *
 * @param input what is to be validated
 * @param filterOrder the order of the filter
 * @param reload what may have the policies read again
 */
public record CorsSettings(ValidationInput input, int filterOrder, ReloadSettings reload) {

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

	/**
	 * Return what is configured, as it is committed and compared.
	 * @param policies the policies in force
	 * @return the snapshot
	 */
	public CorsSnapshot snapshot(List<CorsPolicy> policies) {
		return ConfiguredSnapshot.of(this.input, policies);
	}

}
