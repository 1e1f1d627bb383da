package io.github.corsstarter.conformance;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The application of {@link ServletConformanceTests}, to be processed ahead of time.
 * Policies are read when it starts; whether a proxy is trusted is settled when it is
 * built.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ServletConformanceTests.Application.class)
public class AheadOfTimeServletApplication {

	/**
	 * Starts the application; what processes it ahead of time stops half way.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		new SpringApplicationBuilder(AheadOfTimeServletApplication.class).web(WebApplicationType.SERVLET)
			.properties("spring.config.name=conformance", "server.forward-headers-strategy=framework")
			.run(args);
	}

}
