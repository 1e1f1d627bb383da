package io.github.corsstarter.conformance;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * A real server with the starter in it, and an application that does what a case says.
 */
public final class RunningApplication implements ConformanceTarget {

	static final String CLEAR = "Test-Clear";

	static final String ADD = "Test-Add";

	static final String ANSWER = "Test-Answer";

	static final String FAIL = "Test-Fail";

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	/**
	 * Security where it is on the class path would have its own say about paths, and
	 * Tomcat would be preferred to Netty.
	 */
	private static final List<String> EXCLUDED = List.of(SECURITY + "ReactiveUserDetailsServiceAutoConfiguration",
			SECURITY + "UserDetailsServiceAutoConfiguration",
			SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
			SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
			SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration");

	private static final Map<String, Object> TEST_PROPERTIES = Map.of("server.port", "0", "server.shutdown",
			"immediate", "spring.reactor.netty.shutdown-quiet-period", "0s");

	/**
	 * The policy set is all there is, whatever application is on the class path.
	 */
	private static final String NO_OTHER_CONFIGURATION = "spring.config.name=conformance";

	private final ConfigurableApplicationContext context;

	private final RawHttpClient client;

	private final ApplicationCalls calls;

	private RunningApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.client = new RawHttpClient(
				context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		this.calls = context.getBean(ApplicationCalls.class);
	}

	public static RunningApplication start(Class<?> application, WebApplicationType type, PolicySet policies) {
		return start(application, type, policies, String.join(",", EXCLUDED));
	}

	public static RunningApplication start(Class<?> application, WebApplicationType type, PolicySet policies,
			String excludedAutoConfigurations) {
		return new RunningApplication(new SpringApplicationBuilder(application).main(application)
			.web(type)
			.properties(NO_OTHER_CONFIGURATION)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.properties("spring.autoconfigure.exclude=" + excludedAutoConfigurations)
			.initializers(properties(policies))
			.run());
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> properties(PolicySet policies) {
		return (context) -> {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			sources.addFirst(policies.properties());
			sources.addFirst(new MapPropertySource("test", TEST_PROPERTIES));
		};
	}

	/**
	 * Return where the application listens.
	 * @return its base URI
	 */
	public URI uri() {
		return this.client.uri();
	}

	/**
	 * Return the policies that the application obeys.
	 * @return the policies
	 */
	public CorsPolicies policies() {
		return this.context.getBean(CorsPolicies.class);
	}

	@Override
	public Answer answer(ConformanceCase request) throws IOException {
		int before = this.calls.count();
		RawHttpResponse response = this.client.send(request.method(), request.target(), headers(request));
		return new Answer(this.calls.count() - before, response.status(), response.headers(), response.body(), null);
	}

	private static List<HttpHeader> headers(ConformanceCase request) {
		List<HttpHeader> headers = new ArrayList<>();
		Stream.of(arrival(request.arrives()), request.headers(), instructions(request.application()))
			.forEach(headers::addAll);
		return headers;
	}

	private static List<HttpHeader> arrival(URI arrives) {
		HttpHeader host = new HttpHeader("Host", arrives.getRawAuthority());
		if (arrives.getScheme().equals("http")) {
			return List.of(host);
		}
		return List.of(new HttpHeader("Host", "backend.internal:8080"),
				new HttpHeader("X-Forwarded-Proto", arrives.getScheme()),
				new HttpHeader("X-Forwarded-Host", host.value()));
	}

	private static List<HttpHeader> instructions(ConformanceCase.Application application) {
		List<HttpHeader> instructions = new ArrayList<>();
		if (application.clears()) {
			instructions.add(new HttpHeader(CLEAR, "true"));
		}
		application.adds()
			.forEach((added) -> instructions.add(new HttpHeader(ADD, added.name() + ": " + added.value())));
		instructions.add(new HttpHeader(ANSWER, String.valueOf(application.answers())));
		if (application.fails() != null) {
			instructions.add(new HttpHeader(FAIL, application.fails()));
		}
		return instructions;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
