package io.github.corsstarter.conformance;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The application of {@link ServletConformanceTests} in Jetty, as it is or processed
 * ahead of time. It lets Jetty take any path, which as it comes answers with 400 before
 * any filter what is written in an ambiguous way. What Jetty's and Spring Boot's classes
 * for that are called depends on the line, so they are not named.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ServletConformanceTests.Application.class)
public class JettyApplication {

	/**
	 * Starts the application; what processes it ahead of time stops half way.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		AheadOfTimeBuild.run(JettyApplication.class, WebApplicationType.SERVLET, args);
	}

	@Bean
	static Lenience lenience() {
		return new Lenience();
	}

	static final class Lenience implements ApplicationListener<ApplicationStartedEvent> {

		@Override
		public void onApplicationEvent(ApplicationStartedEvent event) {
			Server server = server(event.getApplicationContext());
			server.getDescendants(Handler.class)
				.stream()
				.filter((handler) -> handler.getClass().getSimpleName().equals("ServletHandler"))
				.forEach((handler) -> PropertyAccessorFactory.forBeanPropertyAccess(handler)
					.setPropertyValue("decodeAmbiguousURIs", true));
			server.getBeans(Connector.class)
				.stream()
				.map((connector) -> connector.getConnectionFactory(HttpConnectionFactory.class))
				.forEach((factory) -> factory.getHttpConfiguration().setUriCompliance(UriCompliance.UNSAFE));
		}

		private static Server server(ApplicationContext context) {
			Object server = PropertyAccessorFactory.forBeanPropertyAccess(context).getPropertyValue("webServer.server");
			if (!(server instanceof Server jetty)) {
				throw new IllegalStateException("Not Jetty: " + server);
			}
			return jetty;
		}

	}

}
