package io.github.corsstarter.validation.subject;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Translates a source for the rules that judge policies and other CORS configuration
 * alike.
 */
final class SourcePolicy {

	private static final String NULL_ORIGIN = "null";

	private final CorsSource source;

	private final WorkLimits limits;

	private SourcePolicy(CorsSource source, WorkLimits limits) {
		this.limits = limits;
		this.source = source;
	}

	/**
	 * Translates a source.
	 * @param source a source
	 * @param limits the work that may go into what is proven about its origins
	 * @return the policy, or {@code null} if the source is opaque
	 */
	static @Nullable GoverningPolicy of(CorsSource source, WorkLimits limits) {
		SourceConfiguration configuration = source.configuration();
		return (configuration != null) ? new SourcePolicy(source, limits).translate(configuration) : null;
	}

	private GoverningPolicy translate(SourceConfiguration configuration) {
		ConfiguredList origins = list("allowedOrigins", configuration.allowedOrigins());
		ConfiguredList patterns = list("allowedOriginPatterns", configuration.allowedOriginPatterns());
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder(this.source.name());
		EffectivePolicy defaults = EffectivePolicy.of(definition.build());
		EffectivePolicy effective = new EffectivePolicy(this.source.name(), list("paths", this.source.paths()), origins,
				patterns, list("allowedOriginRegexes", null), methods(configuration.allowedMethods()),
				list("allowedHeaders", configuration.allowedHeaders()),
				list("exposedHeaders", configuration.exposedHeaders()),
				value("allowCredentials", Boolean.TRUE.equals(configuration.allowCredentials())),
				value("maxAge", maxAge(configuration, defaults)), defaults.preflightStatus(), true, List.of());
		List<AllowedOrigin> allowed = Stream
			.concat(origins.values().stream().map(this::exact), patterns.values().stream().map(this::pattern))
			.filter(Objects::nonNull)
			.toList();
		return GoverningPolicy.elsewhere(effective, allowed);
	}

	/**
	 * Without methods Spring allows the two that change nothing.
	 */
	private ConfiguredList methods(@Nullable List<String> methods) {
		return list("allowedMethods", (methods == null || methods.isEmpty()) ? List.of("GET", "HEAD") : methods);
	}

	private static Duration maxAge(SourceConfiguration configuration, EffectivePolicy defaults) {
		Long seconds = configuration.maxAge();
		return (seconds != null) ? Duration.ofSeconds(seconds) : defaults.maxAge().value();
	}

	/**
	 * Returns nothing for what is not an origin: compared as text, it equals none.
	 */
	private @Nullable AllowedOrigin exact(ConfiguredValue<String> value) {
		if (AllowedOrigin.PLAIN_WILDCARD.equals(value.value())) {
			return AllowedOrigin.plainWildcard(value);
		}
		try {
			ExactOrigin origin = ExactOrigin.parse(value.value());
			return AllowedOrigin.exact(value, origin, this.limits);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	private @Nullable AllowedOrigin pattern(ConfiguredValue<String> value) {
		if (AllowedOrigin.PLAIN_WILDCARD.equals(value.value())) {
			return AllowedOrigin.plainWildcard(value);
		}
		if (NULL_ORIGIN.equals(value.value())) {
			return exact(value);
		}
		SpringPattern pattern = new SpringPattern(value.value(), this.limits);
		try {
			return AllowedOrigin.set(value, value.value(), pattern.language(), pattern);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	private ConfiguredList list(String name, @Nullable List<String> elements) {
		return ConfiguredList.of(this.source.place(name), this.source.location(),
				(elements != null) ? elements : List.of());
	}

	private <T> ConfiguredValue<T> value(String name, T value) {
		return ConfiguredValue.of(value, value.toString(), this.source.place(name), this.source.location());
	}

}
