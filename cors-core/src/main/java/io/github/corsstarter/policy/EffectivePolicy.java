package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A policy definition after inheritance: every key has a value, its own, the base
 * policy's or the default. The three origin keys are inherited as one group, every other
 * key on its own.
 *
 * @param name the name of the policy
 * @param paths the path patterns it governs
 * @param allowedOrigins exact origins, or {@code *}
 * @param allowedOriginPatterns origin patterns, or {@code *}
 * @param allowedOriginRegexes regular expressions of whole origins
 * @param allowedMethods methods, or {@code *}
 * @param allowedHeaders request header names, or {@code *}
 * @param exposedHeaders response header names, or {@code *}
 * @param allowCredentials whether credentials are allowed
 * @param maxAge how long a preflight may be cached
 * @param preflightStatus the status of an allowed preflight
 * @param originsSet whether any of the three origin keys was set, here or in the base
 * policy
 * @param inherited the names of the components whose value is the base policy's or the
 * default, in declared order
 */
public record EffectivePolicy(String name, ConfiguredList paths, ConfiguredList allowedOrigins,
		ConfiguredList allowedOriginPatterns, ConfiguredList allowedOriginRegexes, ConfiguredList allowedMethods,
		ConfiguredList allowedHeaders, ConfiguredList exposedHeaders, ConfiguredValue<Boolean> allowCredentials,
		ConfiguredValue<Duration> maxAge, ConfiguredValue<Integer> preflightStatus, boolean originsSet,
		List<String> inherited) {

	private static final CorsPolicyDefinition DEFAULTS = CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
		.paths("/**")
		.allowedOrigins()
		.allowedOriginPatterns()
		.allowedOriginRegexes()
		.allowedMethods("GET", "HEAD", "POST")
		.allowedHeaders("*")
		.exposedHeaders()
		.allowCredentials(false)
		.maxAge(Duration.ofMinutes(30))
		.preflightStatus(200)
		.build();

	public EffectivePolicy {
		inherited = List.copyOf(inherited);
	}

	/**
	 * Resolves the base policy, or a policy that stands alone, against the defaults.
	 * @param definition the definition
	 * @return the effective policy
	 */
	public static EffectivePolicy of(CorsPolicyDefinition definition) {
		return of(definition, DEFAULTS);
	}

	/**
	 * Resolves a named policy against the base policy and the defaults. Paths are never
	 * inherited by a named policy: without paths of its own it governs nothing.
	 * @param definition the definition of the named policy
	 * @param base the definition of the base policy
	 * @return the effective policy
	 */
	public static EffectivePolicy of(CorsPolicyDefinition definition, CorsPolicyDefinition base) {
		return new Resolution(definition, base).resolve();
	}

	/**
	 * Tells whether the policy governs any path. The base policy does as soon as one of
	 * its origin keys is set, even to nothing, unless its paths are blank.
	 * @return {@code true} if the policy takes part in decisions
	 */
	public boolean governs() {
		return !this.paths.isEmpty() && (this.originsSet || !CorsPolicyDefinition.BASE.equals(this.name));
	}

	/**
	 * Tells whether a plain {@code *} is among the origins or the patterns.
	 * @return {@code true} if any origin is allowed by name
	 */
	public boolean allowsAnyOrigin() {
		return this.allowedOrigins.elements().contains("*") || this.allowedOriginPatterns.elements().contains("*");
	}

	/**
	 * Looks up each key of one policy in its own definition, then in the base policy's,
	 * then in the defaults, and remembers what was not its own.
	 */
	private static final class Resolution {

		private final CorsPolicyDefinition own;

		private final CorsPolicyDefinition base;

		private final List<String> inherited = new ArrayList<>();

		Resolution(CorsPolicyDefinition own, CorsPolicyDefinition base) {
			this.own = own;
			this.base = base;
		}

		EffectivePolicy resolve() {
			ConfiguredList paths = paths();
			CorsPolicyDefinition origins = this.own.setsOrigins() ? this.own : this.base;
			if (origins != this.own) {
				this.inherited.addAll(List.of("allowedOrigins", "allowedOriginPatterns", "allowedOriginRegexes"));
			}
			// Who adds to the group has to add where the group was written
			String owner = origins.setsOrigins() ? origins.name() : this.own.name();
			return new EffectivePolicy(this.own.name(), paths,
					orNone(origins.allowedOrigins(), owner, "allowed-origins"),
					orNone(origins.allowedOriginPatterns(), owner, "allowed-origin-patterns"),
					orNone(origins.allowedOriginRegexes(), owner, "allowed-origin-regexes"),
					choose("allowedMethods", this.own.allowedMethods(), this.base.allowedMethods(),
							DEFAULTS.allowedMethods()),
					choose("allowedHeaders", this.own.allowedHeaders(), this.base.allowedHeaders(),
							DEFAULTS.allowedHeaders()),
					choose("exposedHeaders", this.own.exposedHeaders(), this.base.exposedHeaders(),
							DEFAULTS.exposedHeaders()),
					choose("allowCredentials", this.own.allowCredentials(), this.base.allowCredentials(),
							DEFAULTS.allowCredentials()),
					choose("maxAge", this.own.maxAge(), this.base.maxAge(), DEFAULTS.maxAge()),
					choose("preflightStatus", this.own.preflightStatus(), this.base.preflightStatus(),
							DEFAULTS.preflightStatus()),
					origins != DEFAULTS && origins.setsOrigins(), this.inherited);
		}

		private ConfiguredList paths() {
			if (this.own.isBase()) {
				return choose("paths", this.own.paths(), null, DEFAULTS.paths());
			}
			return orNone(this.own.paths(), this.own.name(), "paths");
		}

		private static ConfiguredList orNone(@Nullable ConfiguredList list, String owner, String key) {
			return (list != null) ? list
					: ConfiguredList.of(CorsPolicyDefinition.propertyPrefix(owner) + key, List.of());
		}

		private <T> T choose(String component, @Nullable T own, @Nullable T base, @Nullable T defaultValue) {
			if (own != null) {
				return own;
			}
			this.inherited.add(component);
			if (base != null) {
				return base;
			}
			if (defaultValue == null) {
				throw new IllegalStateException("No default for " + component);
			}
			return defaultValue;
		}

	}

}
