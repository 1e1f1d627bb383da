package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A policy as it was written: strings, and where each came from. A key that is
 * {@code null} was not set and is inherited; a list that is set and empty is not.
 *
 * @param name the name of the policy, {@value #BASE} for the base policy
 * @param enabled whether the policy takes part in anything
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
 * @param crossSiteForms whose forms are let through
 * @param timingAllowOrigin whether allowed origins may read the timing of responses
 * @param enforcement whether the policy does what it says
 */
public record CorsPolicyDefinition(String name, boolean enabled, @Nullable ConfiguredList paths,
		@Nullable ConfiguredList allowedOrigins, @Nullable ConfiguredList allowedOriginPatterns,
		@Nullable ConfiguredList allowedOriginRegexes, @Nullable ConfiguredList allowedMethods,
		@Nullable ConfiguredList allowedHeaders, @Nullable ConfiguredList exposedHeaders,
		@Nullable ConfiguredValue<Boolean> allowCredentials, @Nullable ConfiguredValue<Duration> maxAge,
		@Nullable ConfiguredValue<Integer> preflightStatus, @Nullable ConfiguredValue<CrossSiteForms> crossSiteForms,
		@Nullable ConfiguredValue<Boolean> timingAllowOrigin, @Nullable ConfiguredValue<Enforcement> enforcement) {

	/**
	 * The name of the policy that the others inherit from.
	 */
	public static final String BASE = "base";

	/**
	 * Start the definition of a policy in code.
	 * @param name the name of the policy, {@value #BASE} for the base policy
	 * @return a builder whose every key is unset
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Write down a policy that was made in code, as one that inherits nothing.
	 * @param policy the policy
	 * @param location where it was made, for all values that name no place of their own
	 * @return the definition
	 */
	public static CorsPolicyDefinition of(EffectivePolicy policy, Location location) {
		return new CorsPolicyDefinition(policy.name(), true, policy.paths().orAt(location),
				policy.allowedOrigins().orAt(location), policy.allowedOriginPatterns().orAt(location),
				policy.allowedOriginRegexes().orAt(location), policy.allowedMethods().orAt(location),
				policy.allowedHeaders().orAt(location), policy.exposedHeaders().orAt(location),
				policy.allowCredentials().orAt(location), policy.maxAge().orAt(location),
				policy.preflightStatus().orAt(location), policy.crossSiteForms().orAt(location),
				policy.timingAllowOrigin().orAt(location), policy.enforcement().orAt(location));
	}

	/**
	 * Return the prefix of the property keys of a policy.
	 * @param name the name of the policy
	 * @return {@code cors.} for the base policy, else {@code cors.policies.<name>.}
	 */
	public static String propertyPrefix(String name) {
		return BASE.equals(name) ? "cors." : "cors.policies." + name + ".";
	}

	/**
	 * Return whether this is the base policy.
	 * @return {@code true} for the policy named {@value #BASE}
	 */
	public boolean isBase() {
		return BASE.equals(this.name);
	}

	/**
	 * Return whether no named policy can have this name: that of the base policy, whose
	 * keys could not be told from its own, or a number, which is the place of a list.
	 * @return {@code true} for the name {@value #BASE} in any case and for digits alone,
	 * for a named policy
	 */
	public boolean isMisnamed() {
		return BASE.equalsIgnoreCase(this.name) || isNumbered();
	}

	/**
	 * Return whether the name is a number, as the elements of a list have it.
	 * @return {@code true} for digits alone
	 */
	public boolean isNumbered() {
		return !this.name.isEmpty() && this.name.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	/**
	 * Return where the policy was written.
	 * @return the location of the first of its values that has one, or {@code null}
	 */
	public @Nullable Location location() {
		Stream<@Nullable Location> lists = Stream
			.of(this.paths, this.allowedOrigins, this.allowedOriginPatterns, this.allowedOriginRegexes,
					this.allowedMethods, this.allowedHeaders, this.exposedHeaders)
			.filter(Objects::nonNull)
			.map(ConfiguredList::location);
		Stream<@Nullable Location> values = Stream
			.of(this.allowCredentials, this.maxAge, this.preflightStatus, this.crossSiteForms, this.timingAllowOrigin,
					this.enforcement)
			.filter(Objects::nonNull)
			.map(ConfiguredValue::location);
		return Stream.concat(lists, values).filter(Objects::nonNull).findFirst().orElse(null);
	}

	boolean setsOrigins() {
		return this.allowedOrigins != null || this.allowedOriginPatterns != null || this.allowedOriginRegexes != null;
	}

	/**
	 * Defines a policy in code. The property keys of its values are those that a
	 * configuration file would have.
	 */
	public static final class Builder {

		private final String name;

		private @Nullable ConfiguredList paths;

		private @Nullable ConfiguredList allowedOrigins;

		private @Nullable ConfiguredList allowedOriginPatterns;

		private @Nullable ConfiguredList allowedOriginRegexes;

		private @Nullable ConfiguredList allowedMethods;

		private @Nullable ConfiguredList allowedHeaders;

		private @Nullable ConfiguredList exposedHeaders;

		private @Nullable ConfiguredValue<Boolean> allowCredentials;

		private @Nullable ConfiguredValue<Duration> maxAge;

		private @Nullable ConfiguredValue<Integer> preflightStatus;

		private @Nullable ConfiguredValue<CrossSiteForms> crossSiteForms;

		private @Nullable ConfiguredValue<Boolean> timingAllowOrigin;

		private @Nullable ConfiguredValue<Enforcement> enforcement;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Set the path patterns.
		 * @param patterns path patterns
		 * @return this builder
		 */
		public Builder paths(String... patterns) {
			this.paths = list("paths", patterns);
			return this;
		}

		/**
		 * Set the exact origins.
		 * @param origins exact origins, or {@code *}
		 * @return this builder
		 */
		public Builder allowedOrigins(String... origins) {
			this.allowedOrigins = list("allowed-origins", origins);
			return this;
		}

		/**
		 * Set the origin patterns.
		 * @param patterns origin patterns, or {@code *}
		 * @return this builder
		 */
		public Builder allowedOriginPatterns(String... patterns) {
			this.allowedOriginPatterns = list("allowed-origin-patterns", patterns);
			return this;
		}

		/**
		 * Set the regular expressions of origins.
		 * @param regexes regular expressions of whole origins
		 * @return this builder
		 */
		public Builder allowedOriginRegexes(String... regexes) {
			this.allowedOriginRegexes = list("allowed-origin-regexes", regexes);
			return this;
		}

		/**
		 * Set the methods.
		 * @param methods methods, or {@code *}
		 * @return this builder
		 */
		public Builder allowedMethods(String... methods) {
			this.allowedMethods = list("allowed-methods", methods);
			return this;
		}

		/**
		 * Set the request headers.
		 * @param headers header names, or {@code *}
		 * @return this builder
		 */
		public Builder allowedHeaders(String... headers) {
			this.allowedHeaders = list("allowed-headers", headers);
			return this;
		}

		/**
		 * Set the readable response headers.
		 * @param headers header names, or {@code *}
		 * @return this builder
		 */
		public Builder exposedHeaders(String... headers) {
			this.exposedHeaders = list("exposed-headers", headers);
			return this;
		}

		/**
		 * Set whether credentials are allowed.
		 * @param allowCredentials whether credentials are allowed
		 * @return this builder
		 */
		public Builder allowCredentials(boolean allowCredentials) {
			this.allowCredentials = value("allow-credentials", allowCredentials);
			return this;
		}

		/**
		 * Set how long a preflight may be cached.
		 * @param maxAge the time, written in whole seconds
		 * @return this builder
		 */
		public Builder maxAge(Duration maxAge) {
			this.maxAge = value("max-age", maxAge);
			return this;
		}

		/**
		 * Set the status of an allowed preflight.
		 * @param preflightStatus a status from 200 to 299
		 * @return this builder
		 */
		public Builder preflightStatus(int preflightStatus) {
			this.preflightStatus = value("preflight-status", preflightStatus);
			return this;
		}

		/**
		 * Set whose forms are let through.
		 * @param crossSiteForms those of every site, or of allowed origins alone
		 * @return this builder
		 */
		public Builder crossSiteForms(CrossSiteForms crossSiteForms) {
			this.crossSiteForms = value("cross-site-forms", crossSiteForms);
			return this;
		}

		/**
		 * Set whether allowed origins may read the timing of responses.
		 * @param timingAllowOrigin whether they may
		 * @return this builder
		 */
		public Builder timingAllowOrigin(boolean timingAllowOrigin) {
			this.timingAllowOrigin = value("timing-allow-origin", timingAllowOrigin);
			return this;
		}

		/**
		 * Set whether the policy does what it says.
		 * @param enforcement whether it is enforced or only reports
		 * @return this builder
		 */
		public Builder enforcement(Enforcement enforcement) {
			this.enforcement = value("enforcement", enforcement);
			return this;
		}

		/**
		 * Return the definition, which is enabled.
		 * @return the definition
		 */
		public CorsPolicyDefinition build() {
			return new CorsPolicyDefinition(this.name, true, this.paths, this.allowedOrigins,
					this.allowedOriginPatterns, this.allowedOriginRegexes, this.allowedMethods, this.allowedHeaders,
					this.exposedHeaders, this.allowCredentials, this.maxAge, this.preflightStatus, this.crossSiteForms,
					this.timingAllowOrigin, this.enforcement);
		}

		private ConfiguredList list(String key, String... values) {
			return ConfiguredList.of(propertyPrefix(this.name) + key, List.of(values));
		}

		private <T> ConfiguredValue<T> value(String key, T value) {
			return ConfiguredValue.of(value, value.toString(), Place.ofKey(propertyPrefix(this.name) + key), null);
		}

	}

}
