package io.github.corsstarter.validation.subject;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.OriginLists;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Translates a source for the rules that judge policies and other CORS configuration
 * alike.
 */
final class SourcePolicy {

	private final CorsSource source;

	private final OriginProofs proofs;

	private SourcePolicy(CorsSource source, OriginProofs proofs) {
		this.proofs = proofs;
		this.source = source;
	}

	/**
	 * Translate a source.
	 * @param source a source
	 * @param proofs what is proven about its origins
	 * @return the policy, or {@code null} if the source is opaque
	 */
	static @Nullable GoverningPolicy of(CorsSource source, OriginProofs proofs) {
		SourceConfiguration configuration = source.configuration();
		return (configuration != null) ? new SourcePolicy(source, proofs).translate(configuration) : null;
	}

	private GoverningPolicy translate(SourceConfiguration configuration) {
		ConfiguredList origins = list("allowedOrigins", configuration.allowedOrigins());
		ConfiguredList patterns = list("allowedOriginPatterns", configuration.allowedOriginPatterns());
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder(this.source.name());
		EffectivePolicy defaults = EffectivePolicy.of(definition.build());
		EffectivePolicy effective = new EffectivePolicy(this.source.name(), list("paths", this.source.paths()),
				OriginLists.of(origins, patterns, list("allowedOriginRegexes", null), this.proofs.languages().parser()),
				methods(configuration.allowedMethods()), list("allowedHeaders", configuration.allowedHeaders()),
				list("exposedHeaders", configuration.exposedHeaders()),
				value("allowCredentials", Boolean.TRUE.equals(configuration.allowCredentials())),
				value("maxAge", maxAge(configuration, defaults)), defaults.preflightStatus(), defaults.crossSiteForms(),
				defaults.timingAllowOrigin(), defaults.enforcement(), null, List.of());
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
	 * Return nothing for what is not an origin: compared as text, it equals none.
	 */
	private @Nullable AllowedOrigin exact(ConfiguredValue<String> value) {
		try {
			return new AllowedOrigin(value, this.proofs.languages().parser().parse(EntryKind.EXACT, value.value()),
					this.proofs);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	private @Nullable AllowedOrigin pattern(ConfiguredValue<String> value) {
		AllowedOrigin named = exact(value);
		if (named != null && (named.isPlainWildcard() || (named.isNull() && named.spelling().equals(value.value())))) {
			return named;
		}
		try {
			return new AllowedOrigin(value, new SpringPattern(value.value(), this.proofs), this.proofs);
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
