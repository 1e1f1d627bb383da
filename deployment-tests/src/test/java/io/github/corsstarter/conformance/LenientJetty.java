package io.github.corsstarter.conformance;

import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Jetty take any path. As it comes it answers with 400 before any filter what is
 * written in an ambiguous way, and many a path of the table is.
 */
@Configuration(proxyBeanMethods = false)
class LenientJetty {

	@Bean
	WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> lenience() {
		return (factory) -> factory.addServerCustomizers(LenientJetty::customize);
	}

	private static void customize(Server server) {
		server.getDescendants(ServletHandler.class).forEach((handler) -> handler.setDecodeAmbiguousURIs(true));
		server.getBeans(Connector.class)
			.stream()
			.map((connector) -> connector.getConnectionFactory(HttpConnectionFactory.class))
			.forEach((factory) -> factory.getHttpConfiguration().setUriCompliance(UriCompliance.UNSAFE));
	}

}
