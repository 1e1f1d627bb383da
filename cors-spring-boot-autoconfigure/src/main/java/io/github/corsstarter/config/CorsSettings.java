package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.LoggedRejections;
import org.jspecify.annotations.Nullable;

/**
 * What was configured below {@code cors}, not judged yet.
 *
 * @param enabled whether policies are in force
 * @param input what is to be validated
 * @param filterOrder the order of the filter
 * @param logRejections which rejections are logged
 * @param reload when the policies are read again
 */
public record CorsSettings(boolean enabled, ValidationInput input, int filterOrder, LoggedRejections logRejections,
		ReloadSettings reload) {

	/**
	 * Compile the policies that govern anything, outside of an application.
	 * @return the base policy, if it governs anything, and the named ones that are
	 * enabled
	 * @throws IllegalArgumentException if a policy is not valid
	 */
	public List<CorsPolicy> compile() {
		return compile((source) -> AdditionalOrigins.unknown(source,
				OriginSourceDefinition.of(this.input.originSources(), source).tenant().value()));
	}

	/**
	 * Compile the policies that govern anything.
	 * @param sources finds the origins of a source by its name
	 * @return the base policy, if it governs anything, and the named ones that are
	 * enabled
	 * @throws IllegalArgumentException if a policy is not valid
	 */
	public List<CorsPolicy> compile(Function<String, AdditionalOrigins> sources) {
		List<CorsPolicy> policies = new ArrayList<>();
		for (EffectivePolicy policy : this.input.policies().governing()) {
			policies.add(CorsPolicy.compile(policy, sources));
		}
		return policies;
	}

	/**
	 * Return what is configured, as it is committed and compared.
	 * @param inForce the policies in force, or {@code null} if none apply
	 * @return the snapshot
	 */
	public CorsSnapshot snapshot(@Nullable PolicyTable inForce) {
		return ConfiguredSnapshot.of(this.input, inForce);
	}

}
