package io.github.corsstarter.deployment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint explains is the answer of the application, wherever that is and
 * whatever decides ahead of the policies: random requests, each asked about first and
 * then sent.
 */
class ExplanationTests {

	private static final int ROUNDS = Math.min(1000, Integer.getInteger("cors.test.rounds", 2000) / 10);

	private static final String CONTEXT = "/shop";

	private static final String PUBLIC_HOST = "shop.example.net";

	private static final List<String> PATHS = List.of("/p0/x", "/p1/x", "/p2/x", "/second/x", "/open/x", "/",
			"/p0/../p1/x", "//p2//x", "/p1;a=b/x", "/P0/x");

	private static final List<String> ORIGINS = List.of("https://app.example.com", "http://app.example.com",
			"https://a.b.example.org", "https://old.example.com", "https://stranger.example", "null",
			"https://app.example.com:8443", "https://app.example.com/", "app");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "PURGE");

	private static final List<String> HEADERS = List.of("X-Trace", "Content-Type", "Authorization", "Accept", "Cookie",
			"x-other");

	private static final List<String> NEVER_ASKED_FOR = List.of("accept", "cookie");

	private static final String ANNOTATED = OpenPages.class.getName() + "#page()";

	/** Sources by the seconds for which their preflights may be cached. */
	private static final List<String> NAMED = List.of(ANNOTATED, "first", "second", "chain", "mappings");

	/** What answers within the handlers is named, and its answer is not told. */
	private static final List<String> HANDLERS = List.of(ANNOTATED, "mappings");

	private final long seed = System.nanoTime();

	private final Random random = new Random(this.seed);

	private static Stream<Arguments> situations() {
		return Stream.of(Server.MVC_TOMCAT, Server.WEBFLUX_NETTY)
			.flatMap((server) -> Arrays.stream(Situation.values())
				.filter((situation) -> server.isServlet() || situation != Situation.SECOND_SERVLET)
				.map((situation) -> Arguments.of(server, situation)));
	}

	@ParameterizedTest
	@MethodSource("situations")
	void explanationIsWhatHappens(Server server, Situation situation) {
		try (Deployment deployment = start(server, situation)) {
			Place place = Place.of(deployment, situation);
			for (int round = 0; round < ROUNDS; round++) {
				Asked asked = ask(place, situation);
				String explanation = place.explain(asked);
				String description = "seed " + this.seed + ": " + asked + " is " + explanation;
				boolean needed = JsonPath.read(explanation, "$.preflight.needed");
				boolean governed = JsonPath.read(explanation, "$.policy") != null;
				compare(place.send("OPTIONS", asked, asked.preflightHeaders()), explanation, "preflight", governed,
						description);
				compare(place.send(asked.method(), asked, List.of()), explanation, "actual", governed, description);
				assertThat(needed).as(description).isEqualTo(asked.needsPreflight() && !place.isOwn(asked.origin()));
				if (governed && situation != Situation.AHEAD) {
					assertThat(JsonPath.<String>read(explanation, "$.outcome").equals("same-origin")).as(description)
						.isEqualTo(place.isOwn(asked.origin()));
				}
			}
		}
	}

	private static void compare(RawReply reply, String explanation, String which, boolean governed,
			String description) {
		String context = description + " was answered with " + reply;
		Integer status = JsonPath.read(explanation, "$." + which + ".status");
		String decidedBy = JsonPath.read(explanation, "$." + which + ".decidedBy");
		Map<String, String> headers = new TreeMap<>(
				JsonPath.<Map<String, String>>read(explanation, "$." + which + ".headers"));
		List<String> vary = Stream.of(String.valueOf(headers.remove("Vary")).split(", "))
			.filter((token) -> !token.equals("null"))
			.toList();
		List<String> explained = headers.entrySet()
			.stream()
			.map((header) -> header.getKey() + ": " + header.getValue())
			.toList();
		if (governed || decidedBy == null || !HANDLERS.contains(decidedBy)) {
			assertThat(reply.corsHeaders()).as(context).containsExactlyElementsOf(explained);
		}
		String named = named(reply);
		if (!governed && named != null && decidedBy != null) {
			assertThat(decidedBy).as(context).isEqualTo(named);
		}
		if (status == null) {
			// Spring MVC itself refuses a preflight that nobody else answers
			assertThat(reply.status() == 403 && governed).as(context).isFalse();
			assertThat(reply.vary()).as(context).containsAll(vary);
		}
		else {
			assertThat(reply.status()).as(context).isEqualTo(status);
			assertThat(reply.vary()).as(context).containsExactlyInAnyOrderElementsOf(vary);
		}
	}

	/**
	 * Return the one of several sources that has answered.
	 */
	private static @Nullable String named(RawReply reply) {
		List<String> maxAge = reply.header("Access-Control-Max-Age");
		if (!maxAge.isEmpty()) {
			int index = Integer.parseInt(maxAge.get(0));
			return (index < NAMED.size()) ? NAMED.get(index) : null;
		}
		List<String> exposed = reply.header("Access-Control-Expose-Headers")
			.stream()
			.flatMap((value) -> Stream.of(value.split(", ")))
			.toList();
		return exposed.contains("annotated") ? ANNOTATED
				: NAMED.stream().filter(exposed::contains).findFirst().orElse(null);
	}

	private Asked ask(Place place, Situation situation) {
		if (situation == Situation.SEVERAL) {
			// Spring Security refuses other methods and paths before it comes to CORS
			return new Asked(one(List.of("/open/x", "/", "/p0/x")), one(ORIGINS.subList(0, 4)),
					one(METHODS.subList(0, 5)), some(HEADERS));
		}
		List<String> origins = new ArrayList<>(ORIGINS);
		origins.addAll(place.nearby());
		return new Asked(one(PATHS), one(origins), one(METHODS), some(HEADERS));
	}

	private Deployment start(Server server, Situation situation) {
		Deployment.Builder builder = Deployment.on(server)
			.with(Feature.ACTUATOR)
			.application(Pages.class)
			.property("logging.level.root", "off")
			.property("management.endpoints.web.exposure.include", "cors")
			.property("cors.validation.rules.wildcard-with-credentials", "off")
			.property("cors.policies.second.paths", "/second/**")
			.property("cors.policies.second.allowed-origins", "https://app.example.com");
		for (int i = 0; i < 3; i++) {
			String policy = "cors.policies.p" + i + ".";
			builder.property(policy + "paths", "/p" + i + "/**")
				.property(policy + "allowed-origins",
						String.join(",",
								some(List.of("https://app.example.com", "null", "*", "https://old.example.com"))))
				.property(policy + "allowed-origin-patterns",
						String.join(",", some(List.of("https://*.example.org", "https://app.example.com:[*]"))))
				.property(policy + "allowed-methods", String.join(",", some(List.of("GET", "POST", "PUT", "*"))))
				.property(policy + "allowed-headers",
						String.join(",", some(List.of("x-trace", "Content-Type", "*", "authorization"))))
				.property(policy + "exposed-headers", String.join(",", some(List.of("X-Total"))))
				.property(policy + "allow-credentials", String.valueOf(this.random.nextBoolean()));
		}
		switch (situation) {
			case OWN_PORT -> builder.property("management.server.port", "0");
			case CONTEXT_PATH ->
				builder.property("server.servlet.context-path", CONTEXT).property("spring.webflux.base-path", CONTEXT);
			case OWN_PORT_AND_CONTEXT_PATH -> builder.property("management.server.port", "0")
				.property("management.server.base-path", "/ops")
				.property("server.servlet.context-path", CONTEXT)
				.property("spring.webflux.base-path", CONTEXT);
			case OWN_PORT_AND_FRAMEWORK -> builder.property("management.server.port", "0")
				.property("server.forward-headers-strategy", "framework");
			case OWN_PORT_AND_NATIVE ->
				builder.property("management.server.port", "0").property("server.forward-headers-strategy", "native");
			case FRAMEWORK -> builder.property("server.forward-headers-strategy", "framework");
			case NATIVE -> builder.property("server.forward-headers-strategy", "native");
			case AHEAD -> builder.application(server.isServlet() ? FilterAhead.class : WebFilterAhead.class);
			case SECOND_SERVLET -> builder.application(SecondServlet.class);
			case SEVERAL -> several(builder, server);
		}
		return builder.start();
	}

	private void several(Deployment.Builder builder, Server server) {
		builder.with(Feature.SECURITY).application(server.isServlet() ? Several.class : SeveralWebFilters.class);
		List.of("first", "second")
			.forEach((filter) -> builder.property("test.order." + filter,
					one(List.of("-2147483647", "-200", "-100", "-99", "2147483647"))));
		List.of("first", "second", "chain", "mappings")
			.forEach((source) -> builder.property("test.paths." + source,
					one(List.of("/open/**", "/open/x", "/**", "/elsewhere/**"))));
	}

	private List<String> some(List<String> values) {
		List<String> some = new ArrayList<>();
		for (int i = this.random.nextInt(values.size() + 1); i > 0; i--) {
			some.add(one(values));
		}
		return some;
	}

	private String one(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * Return what one of several sources allows, whose answers tell its name.
	 */
	static CorsConfiguration named(String name) {
		CorsConfiguration named = new CorsConfiguration();
		named.setAllowedOrigins(List.of("https://app.example.com", "https://old.example.com"));
		named.setAllowedMethods(List.of("GET", "PUT"));
		named.addAllowedHeader("*");
		named.addExposedHeader(name);
		named.setMaxAge((long) NAMED.indexOf(name));
		return named;
	}

	static CorsConfiguration old() {
		CorsConfiguration old = new CorsConfiguration();
		old.addAllowedOrigin("https://old.example.com");
		old.addAllowedOrigin("https://app.example.com");
		old.addAllowedMethod("GET");
		old.addAllowedMethod("PUT");
		old.addAllowedHeader("x-trace");
		old.addExposedHeader("X-Old");
		old.setAllowCredentials(true);
		return old;
	}

	/**
	 * What makes the answer depend on more than the policies.
	 */
	private enum Situation {

		OWN_PORT, CONTEXT_PATH, OWN_PORT_AND_CONTEXT_PATH, OWN_PORT_AND_FRAMEWORK, OWN_PORT_AND_NATIVE, FRAMEWORK,
		NATIVE, AHEAD, SECOND_SERVLET, SEVERAL;

		boolean isForwarded() {
			return name().endsWith("FRAMEWORK") || name().endsWith("NATIVE");
		}

	}

	/**
	 * Where the application and its endpoints are.
	 *
	 * @param application the application
	 * @param endpoints the endpoints
	 * @param forwarded whether a proxy stands ahead of both
	 */
	private record Place(Address application, Address endpoints, boolean forwarded) {

		static Place of(Deployment deployment, Situation situation) {
			String context = situation.name().endsWith("CONTEXT_PATH") ? CONTEXT : "";
			Address application = deployment.address().at(deployment.port(), context);
			if (!situation.name().startsWith("OWN_PORT")) {
				return new Place(application, application, situation.isForwarded());
			}
			int port = deployment.context()
				.getEnvironment()
				.getRequiredProperty("local.management.port", Integer.class);
			return new Place(application, deployment.address().at(port, context.isEmpty() ? "" : "/ops"),
					situation.isForwarded());
		}

		/**
		 * Return origins that are the application's own, or look so.
		 */
		List<String> nearby() {
			return List.of("http://localhost:" + this.application.port(),
					"https://localhost:" + this.application.port(), "http://localhost:" + this.endpoints.port(),
					"http://localhost", "https://" + PUBLIC_HOST, "http://" + PUBLIC_HOST);
		}

		boolean isOwn(String origin) {
			return this.forwarded ? origin.equals("https://" + PUBLIC_HOST)
					: origin.endsWith("://localhost:" + this.application.port());
		}

		String explain(Asked asked) {
			RawReply reply = send(this.endpoints, "GET",
					"/actuator/cors/explain?path=" + encode(asked.path()) + "&origin=" + encode(asked.origin())
							+ "&method=" + encode(asked.method()) + "&headers="
							+ encode(String.join(",", asked.headers())),
					List.of());
			assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
			return reply.body().substring(reply.body().indexOf('{'), reply.body().lastIndexOf('}') + 1);
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

		RawReply send(String method, Asked asked, List<String> headers) {
			List<String> lines = new ArrayList<>(headers);
			lines.add("Origin: " + asked.origin());
			return send(this.application, method, asked.path(), lines);
		}

		private RawReply send(Address address, String method, String path, List<String> headers) {
			List<String> lines = new ArrayList<>(headers);
			if (this.forwarded) {
				lines.addAll(List.of("X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https",
						"X-Forwarded-Host: " + PUBLIC_HOST, "X-Forwarded-Port: 443"));
			}
			return address.send(method + " " + path, lines.toArray(String[]::new));
		}

	}

	/**
	 * A request that a script asks a browser for.
	 *
	 * @param path the path
	 * @param origin the origin of the page
	 * @param method the method
	 * @param headers the names of the headers it sets
	 */
	private record Asked(String path, String origin, String method, List<String> headers) {

		boolean needsPreflight() {
			return !List.of("GET", "HEAD", "POST").contains(this.method) || !requestedHeaders().isEmpty();
		}

		List<String> preflightHeaders() {
			List<String> lines = new ArrayList<>();
			lines.add("Access-Control-Request-Method: " + this.method);
			if (!requestedHeaders().isEmpty()) {
				lines.add("Access-Control-Request-Headers: " + String.join(",", requestedHeaders()));
			}
			return lines;
		}

		private TreeSet<String> requestedHeaders() {
			TreeSet<String> names = new TreeSet<>();
			this.headers.forEach((name) -> names.add(name.toLowerCase(Locale.ROOT)));
			NEVER_ASKED_FOR.forEach(names::remove);
			return names;
		}

	}

	@RestController
	static class Pages {

		@RequestMapping("/{policy}/x")
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterAhead {

		@Bean
		FilterRegistrationBean<Filter> ahead() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/p0/**", old());
			source.registerCorsConfiguration("/open/**", old());
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new CorsFilter(source));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@RestController
	static class OpenPages {

		@CrossOrigin(origins = "https://app.example.com", methods = { RequestMethod.GET, RequestMethod.PUT },
				exposedHeaders = "annotated", maxAge = 0)
		@RequestMapping("/open/x")
		String page() {
			return "Hello";
		}

	}

	/**
	 * Several sources for paths that no policy governs.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	@Import(OpenPages.class)
	static class Several {

		@Bean
		FilterRegistrationBean<CorsFilter> first(Environment environment) {
			return filter(environment, "first");
		}

		@Bean
		FilterRegistrationBean<CorsFilter> second(Environment environment) {
			return filter(environment, "second");
		}

		private static FilterRegistrationBean<CorsFilter> filter(Environment environment, String name) {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter(source(environment, name)));
			registration.setName(name);
			registration.setOrder(environment.getRequiredProperty("test.order." + name, Integer.class));
			return registration;
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http, Environment environment) {
			return http.cors((cors) -> cors.configurationSource(source(environment, "chain")))
				.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		WebMvcConfigurer mappings(Environment environment) {
			return new WebMvcConfigurer() {

				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping(environment.getRequiredProperty("test.paths.mappings"))
						.combine(named("mappings"));
				}

			};
		}

		private static CorsConfigurationSource source(Environment environment, String name) {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration(environment.getRequiredProperty("test.paths." + name), named(name));
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondServlet {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(SecondPages.class);
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/second/*");
			registration.setName("second");
			registration.setLoadOnStartup(1);
			return registration;
		}

	}

	@EnableWebMvc
	@RestController
	static class SecondPages {

		@RequestMapping("/x")
		String page() {
			return "Hello from the second";
		}

	}

}
