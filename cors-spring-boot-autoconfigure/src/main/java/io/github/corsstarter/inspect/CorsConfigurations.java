package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Translates Spring's own type.
 */
public final class CorsConfigurations {

	private CorsConfigurations() {
	}

	/**
	 * Copies what a configuration allows.
	 * @param configuration a configuration
	 * @return its values, of which those that are not set stay unset; Spring takes an
	 * empty list for one that is not set
	 */
	public static SourceConfiguration read(CorsConfiguration configuration) {
		return new SourceConfiguration(set(configuration.getAllowedOrigins()),
				set(configuration.getAllowedOriginPatterns()), set(configuration.getAllowedMethods()),
				set(configuration.getAllowedHeaders()), set(configuration.getExposedHeaders()),
				configuration.getAllowCredentials(), configuration.getMaxAge());
	}

	private static @Nullable List<String> set(@Nullable List<String> values) {
		return CollectionUtils.isEmpty(values) ? null : values;
	}

}
