package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;

/**
 * Everything that is validated.
 *
 * @param policies the policies
 * @param deployment where the application runs
 * @param severities the severity words under {@code cors.validation.rules} by rule id as
 * it was written; of two spellings of one id the first counts
 * @param waivers the waivers in declared order
 * @param keys every key under {@code cors.} that is set anywhere: the value is the key as
 * it was written, an environment variable's own name included; without those that
 * somebody else reads
 * @param problems what was found while the configuration was read, in violation of
 * {@code invalid-value}, {@code invalid-profile} and {@code shared-prefix}
 * @param originSources the settings of sources of origins
 * @param explainRejections whether clients are told why they are rejected
 */
public record ValidationInput(EffectivePolicies policies, Deployment deployment,
		Map<String, ConfiguredValue<String>> severities, List<WaiverDefinition> waivers,
		List<ConfiguredValue<String>> keys, List<Finding> problems, List<OriginSourceDefinition> originSources,
		boolean explainRejections) {

	public ValidationInput {
		severities = Collections.unmodifiableMap(new LinkedHashMap<>(severities));
		waivers = List.copyOf(waivers);
		keys = List.copyOf(keys);
		problems = List.copyOf(problems);
		originSources = List.copyOf(originSources);
	}

	/**
	 * Return whether any source of origins is named.
	 * @return {@code true} if a policy names one, or there are settings for one
	 */
	public boolean namesOriginSources() {
		for (CorsPolicyDefinition policy : this.policies.definitions()) {
			if (policy.originSource() != null) {
				return true;
			}
		}
		return !this.originSources.isEmpty();
	}

	/**
	 * Return whether any rule is named.
	 * @return {@code true} if a severity is set, or there is a waiver
	 */
	public boolean namesRules() {
		return !this.severities.isEmpty() || !this.waivers.isEmpty();
	}

	/**
	 * Add problems that only the application can know of.
	 * @param found the problems
	 * @return the input with them
	 */
	public ValidationInput withProblems(List<Finding> found) {
		List<Finding> all = new ArrayList<>(this.problems);
		all.addAll(found);
		return new ValidationInput(this.policies, this.deployment, this.severities, this.waivers, this.keys, all,
				this.originSources, this.explainRejections);
	}

}
