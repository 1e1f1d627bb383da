package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.advice.Advisor;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PolicyEntry;
import io.github.corsstarter.validation.report.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as the rules see it: every value that was written and takes part in
 * anything, and every policy that governs a path. Not safe for use by several threads.
 */
public final class Subject {

	private final ValidationInput input;

	private final OriginProofs origins;

	private final List<GoverningPolicy> policies = new ArrayList<>();

	/**
	 * Create a subject.
	 * @param input what was configured
	 * @param origins what is proven about origins
	 */
	public Subject(ValidationInput input, OriginProofs origins) {
		this.input = input;
		this.origins = origins;
		for (EffectivePolicy policy : input.policies().governing()) {
			this.policies.add(GoverningPolicy.of(policy, origins));
		}
	}

	/**
	 * Return the elements of a list.
	 * @param list a list, or {@code null} if it was left unset
	 * @return the elements in declared order
	 */
	public static List<ConfiguredValue<String>> values(@Nullable ConfiguredList list) {
		return (list != null) ? list.values() : List.of();
	}

	/**
	 * Return what was configured.
	 * @return the whole input
	 */
	public ValidationInput input() {
		return this.input;
	}

	/**
	 * Return where the application runs.
	 * @return the deployment
	 */
	public Deployment deployment() {
		return this.input.deployment();
	}

	/**
	 * Return who helps the author of the entries.
	 * @return the advisor of one application
	 */
	public Advisor advisor() {
		return this.origins.advisor();
	}

	/**
	 * Return what words the proposals of the {@link #advisor()}.
	 * @return the remedy for any entry
	 */
	public EntryRemedy remedy() {
		return new EntryRemedy(this.origins.languages().parser());
	}

	/**
	 * Return what was written: the base policy and the enabled named policies.
	 * @return the definitions in declared order
	 */
	public List<CorsPolicyDefinition> definitions() {
		return this.input.policies().definitions();
	}

	/**
	 * Return the policies that govern a path, after inheritance.
	 * @return the policies in declared order
	 */
	public List<GoverningPolicy> policies() {
		return this.policies;
	}

	/**
	 * Return the origin entries of a definition, valid or not.
	 * @param definition one of the definitions
	 * @param kind the kind of entries
	 * @return the entries in declared order
	 */
	public List<PolicyEntry> originEntries(CorsPolicyDefinition definition, EntryKind kind) {
		return this.input.policies().origins(definition).entries(kind);
	}

	/**
	 * Return the valid origins of a definition.
	 * @param definition one of the definitions
	 * @return the origins in the order of the three keys
	 */
	public List<AllowedOrigin> origins(CorsPolicyDefinition definition) {
		return this.origins.of(this.input.policies().origins(definition));
	}

}
