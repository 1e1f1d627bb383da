package io.github.corsstarter.conformance;

import java.util.Set;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Jetty take any path. As it comes it answers with 400 before any filter what is
 * written in an ambiguous way, and many a path of the table is. What Jetty's and Spring
 * Boot's classes for that are called depends on the line, so they are not named.
 */
@Configuration(proxyBeanMethods = false)
public class LenientJetty {

	/**
	 * How the names of the cases begin that do not reach a servlet filter. What climbs
	 * above the root gets a 400 and what begins with two slashes a 404, before any
	 * filter; and ahead of an error page Jetty drops what the application has written to
	 * {@code Vary}.
	 */
	public static final Set<String> NOT_REACHED = Set.of("dots that climb above the root are dropped",
			"a context path that is reached by climbing is the context path | //",
			"an application that clears its response clears no Vary | 404");

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
