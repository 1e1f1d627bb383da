package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.entry.OriginEntryParser;

/**
 * Who governs, and what it inherits: what is validated and what runs. Immutable.
 */
public final class EffectivePolicies {

	private final CorsPolicyDefinition base;

	private final List<CorsPolicyDefinition> named;

	private final List<CorsPolicyDefinition> definitions;

	private final List<EffectivePolicy> governing;

	private final Map<CorsPolicyDefinition, OriginLists> origins = new IdentityHashMap<>();

	private EffectivePolicies(CorsPolicyDefinition base, List<CorsPolicyDefinition> named) {
		this.base = base;
		this.named = List.copyOf(named);
		OriginEntryParser parser = new OriginEntryParser();
		OriginLists inherited = OriginLists.of(base, parser);
		List<CorsPolicyDefinition> definitions = new ArrayList<>();
		List<EffectivePolicy> governing = new ArrayList<>();
		definitions.add(base);
		this.origins.put(base, inherited);
		add(EffectivePolicy.of(base, inherited), governing);
		for (CorsPolicyDefinition definition : named) {
			if (definition.enabled() && !definition.isMisnamed()) {
				OriginLists own = OriginLists.of(definition, parser);
				definitions.add(definition);
				this.origins.put(definition, own);
				add(EffectivePolicy.of(definition, own, base, inherited), governing);
			}
		}
		this.definitions = List.copyOf(definitions);
		this.governing = List.copyOf(governing);
	}

	/**
	 * Resolve policies.
	 * @param base the definition of the base policy, which may set nothing
	 * @param named the definitions of the named policies in declared order, enabled or
	 * not
	 * @return the policies
	 */
	public static EffectivePolicies of(CorsPolicyDefinition base, List<CorsPolicyDefinition> named) {
		return new EffectivePolicies(base, named);
	}

	/**
	 * Write down policies that were made in code.
	 * @param made the policies
	 * @param location where they were made
	 * @return the same policies, none of which inherits anything
	 */
	public static EffectivePolicies made(List<EffectivePolicy> made, Location location) {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE).build();
		List<CorsPolicyDefinition> named = new ArrayList<>();
		for (EffectivePolicy policy : made) {
			CorsPolicyDefinition definition = CorsPolicyDefinition.of(policy, location);
			if (definition.isBase()) {
				base = definition;
			}
			else {
				named.add(definition);
			}
		}
		return of(base, named);
	}

	private static void add(EffectivePolicy policy, List<EffectivePolicy> governing) {
		if (policy.governs()) {
			governing.add(policy);
		}
	}

	/**
	 * Return the definition of the base policy.
	 * @return the definition
	 */
	public CorsPolicyDefinition base() {
		return this.base;
	}

	/**
	 * Return every named policy.
	 * @return the definitions in declared order, enabled or not, misnamed ones included
	 */
	public List<CorsPolicyDefinition> named() {
		return this.named;
	}

	/**
	 * Return what takes part in anything: the base policy and the enabled named policies
	 * but for misnamed ones.
	 * @return the definitions in declared order
	 */
	public List<CorsPolicyDefinition> definitions() {
		return this.definitions;
	}

	/**
	 * Return the policies that govern a path, after inheritance.
	 * @return the policies in declared order
	 */
	public List<EffectivePolicy> governing() {
		return this.governing;
	}

	/**
	 * Return the origins that a definition sets itself.
	 * @param definition one of the {@linkplain #definitions() definitions}
	 * @return its origins, valid or not
	 */
	public OriginLists origins(CorsPolicyDefinition definition) {
		OriginLists origins = this.origins.get(definition);
		if (origins == null) {
			throw new IllegalArgumentException("Takes part in nothing: " + definition.name());
		}
		return origins;
	}

}
