package io.github.corsstarter.conformance;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts the applications that a build processes ahead of time, which stops them half
 * way. Policies are read when they start; whether a proxy is trusted is settled here.
 */
final class AheadOfTimeBuild {

	private AheadOfTimeBuild() {
	}

	static void run(Class<?> application, WebApplicationType type, String... args) {
		new SpringApplicationBuilder(application).web(type)
			.properties("spring.config.name=conformance", "server.forward-headers-strategy=framework")
			.run(args);
	}

}
