package io.github.corsstarter.inspect;

import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;

import org.springframework.boot.WebApplicationType;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThatException;

/**
 * CORS configuration with which production must not start.
 */
public final class UnsafeConfiguration {

	private UnsafeConfiguration() {
	}

	/**
	 * Return what lets anybody's page read with credentials.
	 */
	public static CorsConfiguration anybody() {
		CorsConfiguration anybody = new CorsConfiguration();
		anybody.addAllowedOriginPattern("*");
		anybody.addAllowedMethod("*");
		anybody.setAllowCredentials(true);
		return anybody;
	}

	/**
	 * Assert that an application does not start in production.
	 * @param messages what the report has to say
	 */
	public static void assertStopsProduction(WebApplicationType type, Class<?> application, String... messages) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.start(application, type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContainingAll(messages);
	}

}
