package io.github.corsstarter.validation.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What CORS configuration outside of {@code cors.*} allows, as Spring reads it: origins
 * are compared as text, and {@code *} in a pattern stands for any characters. Immutable;
 * whatever was not set is {@code null}.
 *
 * @param allowedOrigins exact origins, or {@code *}
 * @param allowedOriginPatterns origin patterns, or {@code *}
 * @param allowedMethods methods, or {@code *}
 * @param allowedHeaders request header names, or {@code *}
 * @param exposedHeaders response header names, or {@code *}
 * @param allowCredentials whether credentials are allowed
 * @param maxAge how long a preflight may be cached, in seconds
 */
public record SourceConfiguration(@Nullable List<String> allowedOrigins, @Nullable List<String> allowedOriginPatterns,
		@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
		@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials, @Nullable Long maxAge) {

	public SourceConfiguration {
		allowedOrigins = copy(allowedOrigins);
		allowedOriginPatterns = copy(allowedOriginPatterns);
		allowedMethods = copy(allowedMethods);
		allowedHeaders = copy(allowedHeaders);
		exposedHeaders = copy(exposedHeaders);
	}

	private static @Nullable List<String> copy(@Nullable List<String> list) {
		return (list != null) ? List.copyOf(list) : null;
	}

}
