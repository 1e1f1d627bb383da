package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A policy that governs a path, or CORS configuration elsewhere that is judged by the
 * same rules, with its origin entries parsed.
 */
public final class GoverningPolicy {

	private final @Nullable String name;

	private final EffectivePolicy effective;

	private final List<AllowedOrigin> origins;

	private final List<AllowedOrigin> anyOriginParts;

	private GoverningPolicy(@Nullable String name, EffectivePolicy effective, List<AllowedOrigin> origins) {
		this.name = name;
		this.effective = effective;
		this.origins = origins;
		this.anyOriginParts = parts(origins);
	}

	/**
	 * Parse the origins of a policy.
	 * @param effective the policy after inheritance
	 * @param parser parses each list once
	 * @return the policy
	 */
	public static GoverningPolicy of(EffectivePolicy effective, OriginParser parser) {
		List<AllowedOrigin> origins = new ArrayList<>();
		for (OriginParser.Entry entry : parser.entries(effective.allowedOrigins(), effective.allowedOriginPatterns(),
				effective.allowedOriginRegexes())) {
			AllowedOrigin origin = entry.origin();
			if (origin != null) {
				origins.add(origin);
			}
		}
		return new GoverningPolicy(effective.name(), effective, origins);
	}

	/**
	 * Create what is judged as policies are, and is none.
	 * @param effective the values of CORS configuration outside of {@code cors.*}
	 * @param origins its entries
	 * @return the configuration
	 */
	static GoverningPolicy elsewhere(EffectivePolicy effective, List<AllowedOrigin> origins) {
		return new GoverningPolicy(null, effective, origins);
	}

	private static List<AllowedOrigin> parts(List<AllowedOrigin> origins) {
		List<AllowedOrigin> sets = new ArrayList<>();
		for (AllowedOrigin origin : origins) {
			if (origin.isAnyOrigin()) {
				return List.of();
			}
			if (origin.isSet()) {
				sets.add(origin);
			}
		}
		return (sets.size() > 1 && AllowedOrigin.isAnyOrigin(sets)) ? indispensable(sets) : List.of();
	}

	/**
	 * Leaves out one entry after another, as long as the rest accepts any origin.
	 */
	private static List<AllowedOrigin> indispensable(List<AllowedOrigin> sets) {
		List<AllowedOrigin> parts = sets;
		for (AllowedOrigin origin : sets) {
			List<AllowedOrigin> rest = parts.stream().filter((part) -> part != origin).toList();
			parts = AllowedOrigin.isAnyOrigin(rest) ? rest : parts;
		}
		return parts;
	}

	/**
	 * Return the name of the policy.
	 * @return the name, or {@code null} for CORS configuration outside of {@code cors.*}
	 */
	public @Nullable String name() {
		return this.name;
	}

	/**
	 * Return whether this is CORS configuration outside of {@code cors.*}.
	 * @return {@code true} if it has no name
	 */
	public boolean isElsewhere() {
		return this.name == null;
	}

	/**
	 * Returns the policy after inheritance.
	 * @return the effective policy
	 */
	public EffectivePolicy effective() {
		return this.effective;
	}

	/**
	 * Returns the valid entries of the three origin keys.
	 * @return the entries in declared order
	 */
	public List<AllowedOrigin> origins() {
		return this.origins;
	}

	/**
	 * Return whether credentials are allowed.
	 * @return {@code true} if they are
	 */
	public boolean allowsCredentials() {
		return this.effective.allowCredentials().value();
	}

	/**
	 * Returns the entries that accept any origin only together.
	 * @return the entries, none of which can be spared; empty if the entries together do
	 * not accept any origin, or if one does alone
	 */
	public List<AllowedOrigin> anyOriginParts() {
		return this.anyOriginParts;
	}

	/**
	 * Tells whether an entry is reported as any origin, alone or together with others, so
	 * that nothing else need be said about whom it accepts.
	 * @param origin one of the entries
	 * @return {@code true} if it takes part in accepting any origin
	 */
	public boolean isPartOfAnyOrigin(AllowedOrigin origin) {
		return origin.isAnyOrigin() || this.anyOriginParts.contains(origin);
	}

	/**
	 * Tells whether an entry adds nothing to another one. The plain wildcard stands for
	 * {@code null} too where no credentials are allowed.
	 * @param cover an entry
	 * @param origin another entry
	 * @return {@code true} if everything that the other entry accepts is accepted anyway
	 */
	public boolean covers(AllowedOrigin cover, AllowedOrigin origin) {
		return (cover.isPlainWildcard() && !allowsCredentials()) || cover.covers(origin);
	}

	/**
	 * Names the entries that accept any origin together.
	 * @return their texts, joined
	 */
	public String anyOriginPartsText() {
		return String.join(" and ", this.anyOriginParts.stream().map((part) -> part.configured().text()).toList());
	}

}
