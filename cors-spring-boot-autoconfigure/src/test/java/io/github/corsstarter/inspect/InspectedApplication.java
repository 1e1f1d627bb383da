package io.github.corsstarter.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsSourceDescriptor;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real server with an application that has CORS configuration outside of
 * {@code cors.*}.
 */
public final class InspectedApplication implements AutoCloseable {

	/** A property that governs what the applications have below {@code /governed}. */
	public static final String POLICY = "cors.paths=/governed/**";

	/** What that policy allows. */
	public static final String POLICY_ORIGIN = "https://policy.example.com";

	private final ConfigurableApplicationContext context;

	private final RawHttpClient client;

	private InspectedApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.client = new RawHttpClient(
				context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	/**
	 * Starts a servlet application on a random port, with a policy for {@code /governed}.
	 * @param application its configuration
	 * @param properties further properties as {@code key=value}
	 * @return the application
	 */
	public static InspectedApplication startServlet(Class<?> application, String... properties) {
		return start(application, WebApplicationType.SERVLET, properties);
	}

	/**
	 * Starts a reactive application on a random port, with a policy for
	 * {@code /governed}.
	 * @param application its configuration
	 * @param properties further properties as {@code key=value}
	 * @return the application
	 */
	public static InspectedApplication startReactive(Class<?> application, String... properties) {
		return start(application, WebApplicationType.REACTIVE, properties);
	}

	static InspectedApplication start(Class<?> application, WebApplicationType type, String... properties) {
		Stream<String> arguments = Stream.concat(Stream.of("server.port=0", "server.shutdown=immediate",
				"management.endpoints.web.exposure.include=cors,health", POLICY,
				"cors.allowed-origins=" + POLICY_ORIGIN), Stream.of(properties));
		return new InspectedApplication(new SpringApplicationBuilder(application).web(type)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run(arguments.map((property) -> "--" + property).toArray(String[]::new)));
	}

	/**
	 * Return a bean of the application.
	 * @param <T> its type
	 * @param type its type
	 * @return the bean
	 */
	public <T> T getBean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Return what the inspectors find.
	 * @return the sources
	 */
	public List<CorsSource> sources() {
		return this.context.getBean(CorsSourceInspectors.class)
			.inspectors()
			.stream()
			.flatMap((inspector) -> inspector.inspect().stream())
			.toList();
	}

	/**
	 * Return what the inspectors find, without when the filters behind the policies are
	 * called.
	 * @return the sources
	 */
	public List<CorsSource> sourcesWithoutTurns() {
		return sources().stream()
			.map((source) -> (source.standing() instanceof Standing.Behind) ? source.standing(Standing.BEHIND) : source)
			.toList();
	}

	/**
	 * Return what the endpoint says about the sources.
	 * @return the name, the effect, and who takes it, of each
	 * @throws IOException if it does not answer
	 */
	public List<String> effects() throws IOException {
		List<Map<String, Object>> sources = JsonPath.read(send("GET", "/actuator/cors").body(), "$.otherSources");
		return sources.stream()
			.map((source) -> source.get("name") + " " + source.get("effect")
					+ ((source.get("shadowedBy") != null) ? " " + source.get("shadowedBy") : ""))
			.toList();
	}

	/**
	 * Return what the endpoint says is wrong with the sources.
	 * @return the rule, its severity, the value and the place of each
	 * @throws IOException if it does not answer
	 */
	public List<String> violations() throws IOException {
		List<Map<String, Object>> violations = JsonPath.read(send("GET", "/actuator/cors").body(), "$.violations");
		return violations.stream()
			.map((violation) -> "%s %s %s at %s".formatted(violation.get("rule"), violation.get("severity"),
					violation.get("value"), violation.get("location")))
			.toList();
	}

	/**
	 * Return what the endpoint shows.
	 * @return the sources next to the policies, if the endpoint is exposed
	 */
	public List<CorsSourceDescriptor> otherSources() {
		return this.context.getBean(CorsEndpoint.class).cors().otherSources();
	}

	/**
	 * Sends a preflight for a method without headers.
	 * @param path the path
	 * @param origin the origin
	 * @param method the method
	 * @return the origin that the response allows, or {@code null} if it allows none
	 * @throws IOException if there is no response
	 */
	public @Nullable String preflight(String path, String origin, String method) throws IOException {
		return allowedOrigin(send("OPTIONS", path, new HttpHeader("Origin", origin),
				new HttpHeader("Access-Control-Request-Method", method)));
	}

	/**
	 * Sends an actual request.
	 * @param path the path
	 * @param origin the origin
	 * @return the origin that the response allows, or {@code null} if it allows none
	 * @throws IOException if there is no response
	 */
	public @Nullable String get(String path, String origin) throws IOException {
		return allowedOrigin(send("GET", path, new HttpHeader("Origin", origin)));
	}

	private static @Nullable String allowedOrigin(RawHttpResponse response) {
		List<String> values = response.values("Access-Control-Allow-Origin");
		return values.isEmpty() ? null : String.join(", ", values);
	}

	/**
	 * Sends a request.
	 * @param method the method
	 * @param path the path
	 * @param headers headers, to which a host is added
	 * @return the response
	 * @throws IOException if there is none
	 */
	public RawHttpResponse send(String method, String path, HttpHeader... headers) throws IOException {
		List<HttpHeader> all = new ArrayList<>(List.of(headers));
		all.add(new HttpHeader("Host", "localhost"));
		return this.client.send(method, path, all);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
