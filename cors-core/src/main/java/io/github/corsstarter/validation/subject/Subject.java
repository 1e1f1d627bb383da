package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.automaton.ProofAllowance;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as the rules see it: every value that was written and takes part in
 * anything, and every policy that governs a path. Not safe for use by several threads.
 */
public final class Subject {

	private final ValidationInput input;

	private final OriginParser origins;

	private final List<CorsPolicyDefinition> definitions = new ArrayList<>();

	private final List<GoverningPolicy> policies;

	public Subject(ValidationInput input, OriginParser origins) {
		this.input = input;
		this.origins = origins;
		this.definitions.add(input.base());
		for (CorsPolicyDefinition definition : input.policies()) {
			if (definition.enabled() && !isMisnamed(definition)) {
				this.definitions.add(definition);
			}
		}
		this.policies = new ArrayList<>();
		for (CorsPolicyDefinition definition : this.definitions) {
			EffectivePolicy policy = resolve(definition);
			if (policy.governs()) {
				this.policies.add(GoverningPolicy.of(policy, this.origins));
			}
		}
	}

	private Subject(ValidationInput input, List<GoverningPolicy> policies) {
		this.input = input;
		this.origins = new OriginParser();
		this.policies = policies;
	}

	/**
	 * Creates a subject without definitions.
	 * @param policy the only policy
	 * @param input tells where the application runs
	 * @return the subject
	 */
	public static Subject of(GoverningPolicy policy, ValidationInput input) {
		return new Subject(input, List.of(policy));
	}

	/**
	 * Tells whether a named policy has the name of the base policy.
	 * @param definition the definition of a named policy
	 * @return {@code true} if its keys could not be told from those of the base policy
	 */
	public static boolean isMisnamed(CorsPolicyDefinition definition) {
		return CorsPolicyDefinition.BASE.equalsIgnoreCase(definition.name());
	}

	/**
	 * Returns where a definition was written.
	 * @param definition a definition
	 * @return the location of the first of its values that has one, or {@code null}
	 */
	public static @Nullable String locationOf(CorsPolicyDefinition definition) {
		Stream<@Nullable String> lists = Stream
			.of(definition.paths(), definition.allowedOrigins(), definition.allowedOriginPatterns(),
					definition.allowedOriginRegexes(), definition.allowedMethods(), definition.allowedHeaders(),
					definition.exposedHeaders())
			.filter(Objects::nonNull)
			.map(ConfiguredList::location);
		Stream<@Nullable String> values = Stream
			.of(definition.allowCredentials(), definition.maxAge(), definition.preflightStatus())
			.filter(Objects::nonNull)
			.map(ConfiguredValue::location);
		return Stream.concat(lists, values).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/**
	 * Returns the elements of a list.
	 * @param list a list, or {@code null} if it was left unset
	 * @return the elements in declared order
	 */
	public static List<ConfiguredValue<String>> values(@Nullable ConfiguredList list) {
		return (list != null) ? list.values() : List.of();
	}

	private EffectivePolicy resolve(CorsPolicyDefinition definition) {
		return (definition == this.input.base()) ? EffectivePolicy.of(definition)
				: EffectivePolicy.of(definition, this.input.base());
	}

	public ValidationInput input() {
		return this.input;
	}

	public Deployment deployment() {
		return this.input.deployment();
	}

	/**
	 * Returns what pays for the proofs about all entries, those of corrections included.
	 * @return the allowance of one application
	 */
	public ProofAllowance allowance() {
		return this.origins.allowance();
	}

	/**
	 * Returns what was written: the base policy and the enabled named policies.
	 * @return the definitions in declared order
	 */
	public List<CorsPolicyDefinition> definitions() {
		return this.definitions;
	}

	/**
	 * Returns the policies that govern a path, after inheritance.
	 * @return the policies in declared order
	 */
	public List<GoverningPolicy> policies() {
		return this.policies;
	}

	/**
	 * Returns the origin entries of a definition, valid or not.
	 * @param definition one of the definitions
	 * @return the entries in the order of the three keys
	 */
	public List<OriginParser.Entry> originEntries(CorsPolicyDefinition definition) {
		return this.origins.entries(definition.allowedOrigins(), definition.allowedOriginPatterns(),
				definition.allowedOriginRegexes());
	}

}
