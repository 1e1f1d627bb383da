package io.github.corsstarter.conformance;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The application of {@link ServletConformanceTests}, to be processed ahead of time.
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
		AheadOfTimeBuild.run(AheadOfTimeServletApplication.class, WebApplicationType.SERVLET, args);
	}

}
