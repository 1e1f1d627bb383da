package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * A policy definition after inheritance: every key has a value, its own, the base
 * policy's or the default. The three origin keys are inherited as one group, every other
 * key on its own.
 *
 * @param name the name of the policy
 * @param paths the path patterns it governs
 * @param origins the origins it allows
 * @param allowedMethods methods, or {@code *}
 * @param allowedHeaders request header names, or {@code *}
 * @param exposedHeaders response header names, or {@code *}
 * @param allowCredentials whether credentials are allowed
 * @param maxAge how long a preflight may be cached
 * @param preflightStatus the status of an allowed preflight
 * @param crossSiteForms whose forms are let through
 * @param timingAllowOrigin whether allowed origins may read the timing of responses
 * @param enforcement whether the policy does what it says
 * @param originSource the name of a bean that has further origins, empty for none;
 * {@code null} if it was not set
 * @param inherited the names of the components whose value is the base policy's or the
 * default, in declared order
 */
public record EffectivePolicy(String name, ConfiguredList paths, OriginLists origins, ConfiguredList allowedMethods,
		ConfiguredList allowedHeaders, ConfiguredList exposedHeaders, ConfiguredValue<Boolean> allowCredentials,
		ConfiguredValue<Duration> maxAge, ConfiguredValue<Integer> preflightStatus,
		ConfiguredValue<CrossSiteForms> crossSiteForms, ConfiguredValue<Boolean> timingAllowOrigin,
		ConfiguredValue<Enforcement> enforcement, @Nullable ConfiguredValue<String> originSource,
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
		.crossSiteForms(CrossSiteForms.ALLOW)
		.timingAllowOrigin(false)
		.enforcement(Enforcement.ENFORCE)
		.build();

	public EffectivePolicy {
		inherited = List.copyOf(inherited);
	}

	/**
	 * Resolve the base policy, or a policy that stands alone, against the defaults.
	 * @param definition the definition
	 * @return the effective policy
	 */
	public static EffectivePolicy of(CorsPolicyDefinition definition) {
		return of(definition, new OriginEntryParser());
	}

	/**
	 * Resolve a policy that stands alone, against the defaults.
	 * @param definition the definition
	 * @param parser parses the entries of all policies
	 * @return the effective policy
	 */
	public static EffectivePolicy of(CorsPolicyDefinition definition, OriginEntryParser parser) {
		return of(definition, OriginLists.of(definition, parser));
	}

	/**
	 * Resolve a named policy against the base policy and the defaults. Paths are never
	 * inherited by a named policy: without paths of its own it governs nothing.
	 * @param definition the definition of the named policy
	 * @param base the definition of the base policy
	 * @return the effective policy
	 */
	public static EffectivePolicy of(CorsPolicyDefinition definition, CorsPolicyDefinition base) {
		OriginEntryParser parser = new OriginEntryParser();
		OriginLists own = OriginLists.of(definition, parser);
		return of(definition, own, base, OriginLists.of(base, parser));
	}

	/**
	 * Resolve the base policy, whose origins are known already.
	 */
	static EffectivePolicy of(CorsPolicyDefinition base, OriginLists own) {
		return new Resolution(base, DEFAULTS).resolve(own);
	}

	/**
	 * Resolve a named policy, whose origins are known already.
	 */
	static EffectivePolicy of(CorsPolicyDefinition definition, OriginLists own, CorsPolicyDefinition base,
			OriginLists inherited) {
		// Origins are to be added where the group was written
		OriginLists origins = (own.isSet() || !inherited.isSet()) ? own : inherited;
		return new Resolution(definition, base).resolve(origins);
	}

	/**
	 * Return whether the policy is for any path: governs it, or reports about it. The
	 * base policy is as soon as one of its origin keys is set, even to nothing, unless
	 * its paths are blank.
	 * @return {@code true} if the policy takes part in decisions
	 */
	public boolean governs() {
		return !this.paths.isEmpty() && (this.origins.isSet() || !CorsPolicyDefinition.BASE.equals(this.name));
	}

	/**
	 * Return whether the policy governs nothing and only reports.
	 * @return {@code true} for {@link Enforcement#REPORT_ONLY}
	 */
	public boolean isReportOnly() {
		return this.enforcement.value() == Enforcement.REPORT_ONLY;
	}

	/**
	 * Return whether a plain {@code *} is among the origins or the patterns.
	 * @return {@code true} if any origin is allowed by name
	 */
	public boolean allowsAnyOrigin() {
		return this.origins.haveAnyOrigin();
	}

	/**
	 * Return the source of further origins.
	 * @return the name of a bean, or {@code null} if there is none
	 */
	public @Nullable String originSourceName() {
		return (this.originSource != null && !this.originSource.value().isEmpty()) ? this.originSource.value() : null;
	}

	/**
	 * Return the exact origins.
	 * @return exact origins, or {@code *}
	 */
	public ConfiguredList allowedOrigins() {
		return this.origins.list(EntryKind.EXACT);
	}

	/**
	 * Return the origin patterns.
	 * @return origin patterns, or {@code *}
	 */
	public ConfiguredList allowedOriginPatterns() {
		return this.origins.list(EntryKind.PATTERN);
	}

	/**
	 * Return the regular expressions of origins.
	 * @return regular expressions of whole origins
	 */
	public ConfiguredList allowedOriginRegexes() {
		return this.origins.list(EntryKind.REGEX);
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

		EffectivePolicy resolve(OriginLists origins) {
			ConfiguredList paths = paths();
			if (!this.own.setsOrigins()) {
				this.inherited.addAll(List.of("allowedOrigins", "allowedOriginPatterns", "allowedOriginRegexes"));
			}
			return new EffectivePolicy(this.own.name(), paths, origins,
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
					choose("crossSiteForms", this.own.crossSiteForms(), this.base.crossSiteForms(),
							DEFAULTS.crossSiteForms()),
					choose("timingAllowOrigin", this.own.timingAllowOrigin(), this.base.timingAllowOrigin(),
							DEFAULTS.timingAllowOrigin()),
					choose("enforcement", this.own.enforcement(), this.base.enforcement(), DEFAULTS.enforcement()),
					originSource(), this.inherited);
		}

		private ConfiguredList paths() {
			if (this.own.isBase()) {
				return choose("paths", this.own.paths(), null, DEFAULTS.paths());
			}
			ConfiguredList paths = this.own.paths();
			return (paths != null) ? paths
					: ConfiguredList.of(CorsPolicyDefinition.propertyPrefix(this.own.name()) + "paths", List.of());
		}

		private @Nullable ConfiguredValue<String> originSource() {
			ConfiguredValue<String> own = this.own.originSource();
			ConfiguredValue<String> base = this.base.originSource();
			return (own == null && base != null) ? choose("originSource", null, base, null) : own;
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
