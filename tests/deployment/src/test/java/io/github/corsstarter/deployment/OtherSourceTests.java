package io.github.corsstarter.deployment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.wire.RawReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.annotation.Id;
import org.springframework.data.keyvalue.repository.KeyValueRepository;
import org.springframework.data.map.repository.config.EnableMapRepositories;
import org.springframework.data.rest.core.config.RepositoryRestConfiguration;
import org.springframework.data.rest.webmvc.config.RepositoryRestConfigurer;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The CORS configuration that actuator, GraphQL, WebSocket and Spring Data REST bring: it
 * is listed, with what a policy leaves of it, which real requests confirm, and its safety
 * is a condition of a production start.
 */
class OtherSourceTests {

	private static final String PAGE = "https://page.example.com";

	private static final String POLICY = "https://policy.example.com";

	private static final String SOCKETS = "websocket otherSourceTests.Sockets";

	private static final String REPOSITORIES = "data-rest otherSourceTests.Repositories";

	private static final String LOCALHOST = "http://localhost:3000";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@Test
	void actuatorIsLeftAloneByPolicyOfAllPaths() {
		try (Deployment deployment = management(PAGE).property("cors.paths", "/**").start()) {
			assertThat(sources(deployment)).containsExactly("management management.endpoints.web.cors active");
			assertThat(preflight(deployment, "/actuator/cors", PAGE)).isEqualTo(PAGE);
		}
	}

	@Test
	void actuatorIsShadowedByPolicyOfItsPath() {
		try (Deployment deployment = management(PAGE).property("cors.paths", "/actuator/**").start()) {
			assertThat(sources(deployment)).containsExactly("management management.endpoints.web.cors shadowed base");
			assertThat(preflight(deployment, "/actuator/cors", PAGE)).isNull();
		}
	}

	@ParameterizedTest
	@MethodSource("graphQlServers")
	void graphQlIsLeftAloneByPolicyOfAllPaths(Server server) {
		try (Deployment deployment = graphQl(server, PAGE).property("cors.paths", "/**").start()) {
			assertThat(sources(deployment)).containsExactly("graphql spring.graphql.cors active");
			assertThat(preflight(deployment, "/graphql", PAGE, "POST")).isEqualTo(PAGE);
		}
	}

	@ParameterizedTest
	@MethodSource("graphQlServers")
	void graphQlIsShadowedByPolicyOfItsPath(Server server) {
		try (Deployment deployment = graphQl(server, PAGE).property("cors.paths", "/graphql/**").start()) {
			assertThat(sources(deployment)).containsExactly("graphql spring.graphql.cors shadowed base");
			assertThat(preflight(deployment, "/graphql", PAGE, "POST")).isNull();
		}
	}

	private static Stream<Server> graphQlServers() {
		return Stream.of(Server.MVC_TOMCAT, Server.WEBFLUX_NETTY);
	}

	@Test
	void webSocketHandlerIsActiveWhereNoPolicyGoverns() throws InterruptedException {
		try (Deployment deployment = webSocket(PAGE).property("cors.paths", "/api/**").start()) {
			assertThat(sources(deployment)).containsExactlyInAnyOrder(SOCKETS + " active", SOCKETS + " active",
					SOCKETS + " active");
			assertThat(paths(deployment)).containsExactlyInAnyOrder("/echo", "/sock/**", "/stomp");
			assertThat(handshake(deployment, "/echo", PAGE)).isEqualTo(101);
			assertThat(handshake(deployment, "/stomp", PAGE)).isEqualTo(101);
			assertThat(get(deployment, "/sock/info", PAGE)).isEqualTo(PAGE);
		}
	}

	@Test
	void webSocketHandlerIsPartlyShadowedWherePolicyGoverns() throws InterruptedException {
		try (Deployment deployment = webSocket(PAGE).property("cors.paths", "/**").start()) {
			assertThat(sources(deployment)).containsOnly(SOCKETS + " partly-shadowed base");
			assertThat(handshake(deployment, "/echo", PAGE)).as("the policy forbids it").isEqualTo(403);
			assertThat(handshake(deployment, "/echo", POLICY)).as("the handler forbids it").isEqualTo(403);
			assertThat(get(deployment, "/sock/info", PAGE)).isNull();
		}
	}

	@Test
	void endpointThatLetsEverybodyInIsToldByItsPathInWordsOfWebSocket() {
		Deployment.Builder chat = deployment(Server.MVC_TOMCAT).with(Feature.WEBSOCKET).application(Chat.class);
		chat.property("cors.paths", "/api/**");
		assertThatException().isThrownBy(() -> chat.property("spring.profiles.active", "prod").start().close())
			.havingRootCause()
			.isInstanceOfSatisfying(UnsafeCorsPolicyException.class, (unsafe) -> {
				FailureText text = new FailureText(unsafe.report());
				assertThat(text.description()).contains("at bean 'otherSourceTests.Chat'",
						"Every website could open a connection to /ws/**");
				assertThat(text.action().replaceAll("\\s+", " "))
					.contains("List the origins that are meant in "
							+ "setAllowedOriginPatterns(...) of /ws/** in bean 'otherSourceTests.Chat'.")
					.doesNotContain("setAllowCredentials");
			});
		try (Deployment deployment = chat.property("spring.profiles.active", "dev")
			.property("cors.paths", "/ws/**")
			.start()) {
			assertThat(OtherSourceTests.<String>report(deployment,
					"$.violations[?(@.rule == 'wildcard-with-credentials')].message"))
				.singleElement()
				.asString()
				.contains("only policy 'base', which decides first, keeps other websites out");
		}
	}

	@Test
	void repositoriesAreActiveWhereNoPolicyGoverns() {
		try (Deployment deployment = repositories(PAGE).property("cors.paths", "/api/**").start()) {
			assertThat(sources(deployment)).containsExactlyInAnyOrder(REPOSITORIES + " active",
					"data-rest " + NoteRepository.class.getName() + " active");
			assertThat(paths(deployment)).containsExactlyInAnyOrder("/data/**", "/data/notes/**");
			assertThat(preflight(deployment, "/data/persons", PAGE)).isEqualTo(PAGE);
			assertThat(preflight(deployment, "/data/notes", "https://notes.example.com"))
				.isEqualTo("https://notes.example.com");
			assertThat(preflight(deployment, "/data/persons", "https://notes.example.com")).isNull();
		}
	}

	@Test
	void repositoriesAreShadowedWherePolicyGoverns() {
		try (Deployment deployment = repositories(PAGE).property("cors.paths", "/data/notes/**").start()) {
			assertThat(sources(deployment)).containsExactlyInAnyOrder(REPOSITORIES + " partly-shadowed base",
					"data-rest " + NoteRepository.class.getName() + " shadowed base");
			assertThat(preflight(deployment, "/data/persons", PAGE)).isEqualTo(PAGE);
			assertThat(preflight(deployment, "/data/notes", PAGE)).isNull();
			assertThat(preflight(deployment, "/data/notes", "https://notes.example.com")).isNull();
		}
	}

	@Test
	void inlineFilterIsAskedForThePathsOfRepositories() {
		Deployment.Builder builder = repositories(PAGE).application(NotesFilter.class)
			.property("cors.paths", "/api/**")
			.property("spring.profiles.active", "prod");
		assertThatException().isThrownBy(() -> builder.start().close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: notesFilter")
			.withMessageContaining("/data/notes/");
	}

	private static Stream<Arguments> unsafe() {
		return Stream.of(Arguments.of(management(LOCALHOST), "management.endpoints.web.cors"),
				Arguments.of(graphQl(Server.MVC_TOMCAT, LOCALHOST), "spring.graphql.cors"),
				Arguments.of(graphQl(Server.WEBFLUX_NETTY, LOCALHOST), "spring.graphql.cors"),
				Arguments.of(webSocket(LOCALHOST), "bean 'otherSourceTests.Sockets'"),
				Arguments.of(repositories(LOCALHOST), "bean 'otherSourceTests.Repositories'"));
	}

	@ParameterizedTest
	@MethodSource
	void unsafe(Deployment.Builder builder, String place) {
		builder.property("cors.paths", "/api/**");
		assertThatException().isThrownBy(() -> builder.property("spring.profiles.active", "prod").start().close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("localhost-origin: ")
			.withMessageContaining(LOCALHOST)
			.withMessageContaining(place);
		try (Deployment deployment = builder.property("spring.profiles.active", "dev").start()) {
			assertThat(OtherSourceTests.<String>report(deployment,
					"$.violations[?(@.rule == 'localhost-origin')].severity"))
				.isNotEmpty()
				.containsOnly("info");
		}
	}

	private static Deployment.Builder management(String origin) {
		return deployment(Server.MVC_TOMCAT).property("management.endpoints.web.cors.allowed-origins", origin);
	}

	private static Deployment.Builder graphQl(Server server, String origin) {
		return deployment(server).with(Feature.GRAPHQL)
			.application(Greetings.class)
			.property("spring.graphql.cors.allowed-origins", origin);
	}

	private static Deployment.Builder webSocket(String origin) {
		return deployment(Server.MVC_TOMCAT).with(Feature.WEBSOCKET)
			.application(Sockets.class)
			.property("test.origin", origin);
	}

	private static Deployment.Builder repositories(String origin) {
		return deployment(Server.MVC_TOMCAT).with(Feature.DATA_REST)
			.application(Repositories.class)
			.property("spring.data.rest.base-path", "/data")
			.property("test.origin", origin);
	}

	private static Deployment.Builder deployment(Server server) {
		return Deployment.on(server)
			.with(Feature.ACTUATOR)
			.property("management.endpoints.web.exposure.include", "cors")
			.property("cors.allowed-origins", POLICY);
	}

	private static List<String> sources(Deployment deployment) {
		List<Map<String, Object>> sources = report(deployment, "$.otherSources");
		return sources.stream()
			.map((source) -> Stream.of("kind", "name", "effect", "shadowedBy")
				.filter(source::containsKey)
				.map((key) -> String.valueOf(source.get(key)))
				.collect(Collectors.joining(" ")))
			.toList();
	}

	private static List<String> paths(Deployment deployment) {
		return report(deployment, "$.otherSources[*].paths[*]");
	}

	private static <T> List<T> report(Deployment deployment, String path) {
		URI uri = URI.create("http://localhost:" + deployment.port() + "/actuator/cors");
		return JsonPath
			.read(CLIENT.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).join().body(), path);
	}

	private static @Nullable String preflight(Deployment deployment, String path, String origin) {
		return preflight(deployment, path, origin, "GET");
	}

	private static @Nullable String preflight(Deployment deployment, String path, String origin, String method) {
		return allowedOrigin(
				deployment.send("OPTIONS " + path, "Origin: " + origin, "Access-Control-Request-Method: " + method));
	}

	private static @Nullable String get(Deployment deployment, String path, String origin) {
		return allowedOrigin(deployment.send("GET " + path, "Origin: " + origin));
	}

	private static @Nullable String allowedOrigin(RawReply reply) {
		List<String> values = reply.header("Access-Control-Allow-Origin");
		return values.isEmpty() ? null : String.join(", ", values);
	}

	private static int handshake(Deployment deployment, String path, String origin) throws InterruptedException {
		try (Conversation conversation = Conversation.with(deployment, path, "Origin", origin)) {
			return conversation.status();
		}
	}

	@Controller
	static class Greetings {

		@Bean
		GraphQlSourceBuilderCustomizer schema() {
			return (builder) -> builder.schemaResources(
					new ByteArrayResource("type Query { greeting: String }".getBytes(StandardCharsets.UTF_8)));
		}

		@QueryMapping
		String greeting() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	@EnableWebSocketMessageBroker
	static class Sockets implements WebSocketConfigurer, WebSocketMessageBrokerConfigurer {

		private final HandshakeHandler handshakes = new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy());

		private final String origin;

		Sockets(@Value("${test.origin}") String origin) {
			this.origin = origin;
		}

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new TextWebSocketHandler(), "/default").setHandshakeHandler(this.handshakes);
			registry.addHandler(new TextWebSocketHandler(), "/echo")
				.setHandshakeHandler(this.handshakes)
				.setAllowedOrigins(this.origin);
			registry.addHandler(new TextWebSocketHandler(), "/sock")
				.setHandshakeHandler(this.handshakes)
				.setAllowedOrigins(this.origin)
				.withSockJS();
		}

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp").setHandshakeHandler(this.handshakes).setAllowedOriginPatterns(this.origin);
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	static class Chat implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/ws")
				.setHandshakeHandler(new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()))
				.setAllowedOriginPatterns("*")
				.withSockJS();
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NotesFilter {

		@Bean
		CorsFilter notesFilter() {
			CorsConfiguration anybody = new CorsConfiguration();
			anybody.addAllowedOriginPattern("*");
			anybody.setAllowCredentials(true);
			return new CorsFilter((request) -> request.getRequestURI().startsWith("/data/notes/") ? anybody : null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMapRepositories(considerNestedRepositories = true)
	static class Repositories implements RepositoryRestConfigurer {

		private final String origin;

		Repositories(@Value("${test.origin}") String origin) {
			this.origin = origin;
		}

		@Override
		public void configureRepositoryRestConfiguration(RepositoryRestConfiguration config, CorsRegistry cors) {
			cors.addMapping("/data/**").allowedOrigins(this.origin);
		}

	}

	record Person(@Id String id) {

	}

	record Note(@Id String id) {

	}

	public interface PersonRepository extends KeyValueRepository<Person, String> {

	}

	@CrossOrigin("https://notes.example.com")
	public interface NoteRepository extends KeyValueRepository<Note, String> {

	}

}
