package io.github.corsstarter.authorizationserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.wire.RawReply;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * Spring Authorization Server in production, as Spring Boot configures it, with the
 * policies that the documentation shows and one client, a single-page application.
 */
final class AuthorizationServer implements AutoCloseable {

	static final Page PAGE = new Page("docs/authorization-server.md");

	static final String CALLBACK = "https://spa.example.net/callback";

	private static final String CLIENT = "spring.security.oauth2.authorizationserver.client.spa.registration.";

	private static final Map<String, Object> PROPERTIES = Map.of("server.port", "0", "server.shutdown", "immediate",
			"spring.security.user.name", "ada", "spring.security.user.password", "secret", CLIENT + "client-id", "spa",
			CLIENT + "client-authentication-methods", "none", CLIENT + "authorization-grant-types",
			"authorization_code", CLIENT + "redirect-uris", CALLBACK, CLIENT + "scopes", "openid");

	private final ConfigurableApplicationContext context;

	private final int port;

	private AuthorizationServer(ConfigurableApplicationContext context) {
		this.context = context;
		this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * Starts the server.
	 * @param arguments what it has beside the policies, or in place of a part of them
	 * @return the running server
	 */
	static AuthorizationServer start(String... arguments) {
		return new AuthorizationServer(new SpringApplicationBuilder(Application.class).bannerMode(Banner.Mode.OFF)
			.profiles("prod")
			.properties(PROPERTIES)
			.initializers((context) -> context.getEnvironment().getPropertySources().addLast(policies()))
			.run(arguments));
	}

	/**
	 * Return the paths of a policy as the page has them.
	 */
	static List<String> paths(String policy) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(policies());
		return Binder.get(environment).bind("cors.policies." + policy + ".paths", Bindable.listOf(String.class)).get();
	}

	private static PropertySource<?> policies() {
		String yaml = PAGE.examples("yaml").get(0).text();
		try {
			return new YamlPropertySourceLoader()
				.load(PAGE.path(), new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), PAGE.path()))
				.get(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RawReply send(String request, String... headers) {
		return RawReply.to(this.port, request, headers);
	}

	RawReply sendForm(String form, String request, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
		return RawReply.withBody(this.port, form, request, all);
	}

	String origin() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Return the paths of its own endpoints.
	 */
	Stream<String> endpoints() {
		return this.context.getBean(AuthorizationServerSettings.class)
			.getSettings()
			.values()
			.stream()
			.map(Object::toString)
			.filter((value) -> value.startsWith("/"));
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
