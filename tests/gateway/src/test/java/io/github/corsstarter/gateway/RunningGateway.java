package io.github.corsstarter.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A gateway on a port of its own, configured by the examples of the documentation.
 */
final class RunningGateway implements AutoCloseable {

	private static final Path PAGE = Path.of("..", "..", "docs", "proxies-and-gateways.md");

	/**
	 * Where nothing listens.
	 */
	private static final String NOBODY = "http://localhost:1";

	/**
	 * The other gateway, which before Spring Cloud 2025.1 does not look at the stack.
	 */
	static final String OTHER_THAN_WEBFLUX = String.join(",",
			"org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration",
			"org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration");

	private final ConfigurableApplicationContext context;

	private RunningGateway(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts a gateway.
	 * @param type the stack
	 * @param upstream what stands for the hosts of the examples
	 * @param examples the names of the examples
	 */
	static RunningGateway start(WebApplicationType type, Upstream upstream, String... examples) {
		return new RunningGateway(new SpringApplicationBuilder(Gateway.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.initializers((context) -> {
				List.of(examples)
					.forEach((example) -> yaml(example, upstream)
						.forEach(context.getEnvironment().getPropertySources()::addFirst));
				context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("test",
							Map.of("server.port", "0", "server.shutdown", "immediate",
									"spring.main.web-application-type", type.name(),
									"spring.cloud.gateway.server.webflux.enabled",
									String.valueOf(type == WebApplicationType.REACTIVE), "spring.autoconfigure.exclude",
									(type == WebApplicationType.REACTIVE) ? OTHER_THAN_WEBFLUX : "",
									"spring.reactor.netty.shutdown-quiet-period", "0s")));
			})
			.run());
	}

	private static List<PropertySource<?>> yaml(String example, Upstream upstream) {
		try {
			String text = example(example).replace("http://archive.internal:8080", NOBODY)
				.replaceAll("http://\\w+\\.internal:8080", upstream.uri());
			return new YamlPropertySourceLoader().load(example,
					new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String example(String name) throws IOException {
		Matcher example = Pattern.compile("```yaml\n# " + Pattern.quote(name) + "\n([^`]+)```")
			.matcher(Files.readString(PAGE));
		if (!example.find()) {
			throw new IllegalArgumentException("The page has no example '" + name + "'.");
		}
		return example.group(1);
	}

	Browser browser() {
		return new Browser(this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * The application, which is configuration alone.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Gateway {

	}

}
