package io.github.corsstarter.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application with the starter in a real server, auto-configured as Spring Boot would
 * with nothing more on the class path than what the test asks for.
 */
final class Deployment implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Address address;

	private Deployment(Server server, ConfigurableApplicationContext context) {
		this.context = context;
		this.address = new Address(server,
				context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "");
	}

	static Builder on(Server server) {
		return new Builder(server);
	}

	RawReply send(String request, String... headers) {
		return this.address.send(request, headers);
	}

	RawReply sendWithBody(String body, String request, String... headers) {
		return this.address.sendWithBody(body, request, headers);
	}

	Address address() {
		return this.address;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	int port() {
		return this.address.port();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Says what is deployed.
	 */
	static final class Builder {

		private final Server server;

		private final AutoConfigurations autoConfigurations;

		private final List<Class<?>> sources = new ArrayList<>(List.of(AutoConfigured.class));

		private final Map<String, Object> properties = new LinkedHashMap<>();

		private Builder(Server server) {
			this.server = server;
			this.autoConfigurations = AutoConfigurations.of(server);
			this.properties.put("server.port", "0");
			this.properties.put("server.shutdown", "immediate");
			this.properties.put("spring.reactor.netty.shutdown-quiet-period", "0s");
			this.properties.put("spring.jmx.enabled", "false");
		}

		Builder with(Feature... features) {
			Stream.of(features).forEach(this.autoConfigurations::add);
			return this;
		}

		/**
		 * Leaves the starter out.
		 * @return this builder
		 */
		Builder withoutStarter() {
			this.autoConfigurations.removeStarter();
			return this;
		}

		Builder application(Class<?>... sources) {
			this.sources.addAll(List.of(sources));
			return this;
		}

		Builder property(String key, String value) {
			this.properties.put(key, value);
			return this;
		}

		Builder properties(Map<String, String> properties) {
			this.properties.putAll(properties);
			return this;
		}

		Deployment start() {
			this.properties.put("spring.autoconfigure.exclude", this.autoConfigurations.excluded());
			return new Deployment(this.server,
					new SpringApplicationBuilder(this.sources.toArray(Class<?>[]::new)).web(this.server.type())
						.bannerMode(Banner.Mode.OFF)
						.logStartupInfo(false)
						.registerShutdownHook(false)
						.properties(this.properties)
						.run());
		}

	}

	/**
	 * What makes any configuration an application of Spring Boot.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
