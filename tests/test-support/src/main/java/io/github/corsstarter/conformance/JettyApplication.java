package io.github.corsstarter.conformance;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The application of {@link ServletApplication} in Jetty.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ServletApplication.class, LenientJetty.class })
public class JettyApplication {

	/**
	 * Starts the application; what processes it ahead of time stops half way.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		AheadOfTimeBuild.run(JettyApplication.class, WebApplicationType.SERVLET, args);
	}

}
