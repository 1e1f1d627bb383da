package io.github.corsstarter.inspect;

import io.github.corsstarter.validation.SourceConfiguration;

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
	 * @return its values, of which those that are not set stay unset
	 */
	public static SourceConfiguration read(CorsConfiguration configuration) {
		return new SourceConfiguration(configuration.getAllowedOrigins(), configuration.getAllowedOriginPatterns(),
				configuration.getAllowedMethods(), configuration.getAllowedHeaders(), configuration.getExposedHeaders(),
				configuration.getAllowCredentials(), configuration.getMaxAge());
	}

}
