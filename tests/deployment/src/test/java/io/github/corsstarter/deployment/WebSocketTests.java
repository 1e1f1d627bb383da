package io.github.corsstarter.deployment;

import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * WebSocket handshakes, which carry an origin and cookies like requests of other kinds,
 * and which Spring MVC has a say about of its own.
 */
class WebSocketTests {

	private static final String APP = "https://app.example.com";

	private static final String PARTNER = "https://partner.example.org";

	private static final String STRANGER = "https://stranger.example";

	private static Stream<Server> servers() {
		return Stream.of(Server.MVC_TOMCAT, Server.MVC_JETTY, Server.WEBFLUX_NETTY, Server.WEBFLUX_TOMCAT);
	}

	@ParameterizedTest
	@MethodSource("servers")
	void policyDecidesAboutHandshakes(Server server) throws InterruptedException {
		try (Deployment deployment = deployment(server).start()) {
			assertThat(echo(deployment, "/echo", "Origin", APP)).isEqualTo("101 hello");
			assertThat(echo(deployment, "/echo", "Origin", STRANGER)).isEqualTo("403");
			assertThat(echo(deployment, "/echo", "Origin", "null")).isEqualTo("403");
			assertThat(echo(deployment, "/echo")).isEqualTo("101 hello");
			assertThat(echo(deployment, "/echo", "Origin", "http://localhost:" + deployment.port()))
				.isEqualTo("101 hello");
			assertThat(echo(deployment, "/echo", "Origin", "https://localhost:" + deployment.port()))
				.as("behind a proxy that terminates TLS")
				.isEqualTo("101 hello");
			assertThat(echo(deployment, "/echo", "Origin", "https://www.example.com", "Sec-Fetch-Site", "same-origin"))
				.as("behind a proxy that tells nothing")
				.isEqualTo("101 hello");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "MVC_JETTY" })
	void springRefusesOtherOriginsWithoutTheStarter(Server server) throws InterruptedException {
		try (Deployment deployment = deployment(server).withoutStarter().start()) {
			assertThat(echo(deployment, "/echo", "Origin", APP)).isEqualTo("403");
			assertThat(echo(deployment, "/echo")).isEqualTo("101 hello");
		}
	}

	@Test
	void originWithoutCredentialsGetsNoMoreThanTheDefaultOfSpringMvc() throws InterruptedException {
		try (Deployment deployment = deployment(Server.MVC_TOMCAT).property("cors.allow-credentials", "false")
			.start()) {
			assertThat(echo(deployment, "/echo", "Origin", APP)).isEqualTo("403");
			assertThat(echo(deployment, "/echo", "Origin", "http://localhost:" + deployment.port()))
				.isEqualTo("101 hello");
		}
	}

	@Test
	void pathOfNoPolicyIsLeftToSpringMvc() throws InterruptedException {
		try (Deployment deployment = deployment(Server.MVC_TOMCAT).property("cors.paths", "/api/**").start()) {
			assertThat(echo(deployment, "/echo", "Origin", APP)).isEqualTo("403");
			assertThat(echo(deployment, "/partners", "Origin", PARTNER)).isEqualTo("101 hello");
		}
	}

	@Test
	void originsOfTheEndpointStayARestriction() throws InterruptedException {
		try (Deployment deployment = deployment(Server.MVC_TOMCAT).property("cors.allowed-origins", APP + "," + PARTNER)
			.start()) {
			assertThat(echo(deployment, "/partners", "Origin", PARTNER)).isEqualTo("101 hello");
			assertThat(echo(deployment, "/partners", "Origin", APP)).isEqualTo("403");
		}
		try (Deployment deployment = deployment(Server.MVC_TOMCAT).start()) {
			assertThat(echo(deployment, "/partners", "Origin", PARTNER)).isEqualTo("403");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "MVC_JETTY" })
	void policyDecidesAboutStomp(Server server) throws InterruptedException {
		try (Deployment deployment = deployment(server).start()) {
			assertThat(stomp(deployment, "/stomp", "Origin", APP)).startsWith("CONNECTED\n");
			assertThat(stomp(deployment, "/stomp", "Origin", STRANGER)).isEqualTo("403");
		}
	}

	static Stream<Arguments> sockJs() {
		return Stream.of(Server.MVC_TOMCAT, Server.MVC_JETTY)
			.flatMap((server) -> Stream.of(Arguments.of(server, "/sockjs"), Arguments.of(server, "/stomp-sockjs")));
	}

	@ParameterizedTest
	@MethodSource
	void sockJs(Server server, String path) throws InterruptedException {
		try (Deployment deployment = deployment(server).start()) {
			RawReply info = deployment.send("GET " + path + "/info", "Origin: " + APP);
			assertThat(info.status()).isEqualTo(200);
			assertThat(info.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
					"Access-Control-Allow-Origin: " + APP);
			RawReply polling = deployment.sendWithBody("", "POST " + path + "/000/polling/xhr", "Origin: " + APP);
			assertThat(polling.status()).isEqualTo(200);
			assertThat(polling.corsHeaders()).isEqualTo(info.corsHeaders());
			try (Conversation conversation = Conversation.with(deployment, path + "/000/socket/websocket", "Origin",
					APP)) {
				assertThat(conversation.listen()).isEqualTo("o");
			}
			assertThat(deployment.send("GET " + path + "/info", "Origin: " + STRANGER).status()).isEqualTo(403);
			try (Conversation conversation = Conversation.with(deployment, path + "/000/other/websocket", "Origin",
					STRANGER)) {
				assertThat(conversation.status()).isEqualTo(403);
			}
		}
	}

	private static Deployment.Builder deployment(Server server) {
		return Deployment.on(server)
			.with(Feature.WEBSOCKET)
			.application(server.isServlet() ? MvcApplication.class : FluxApplication.class, upgrade(server))
			.property("cors.allowed-origins", APP)
			.property("cors.allow-credentials", "true");
	}

	private static Class<?> upgrade(Server server) {
		return switch (server) {
			case MVC_TOMCAT -> MvcTomcat.class;
			case MVC_JETTY -> MvcJetty.class;
			case WEBFLUX_NETTY -> FluxNetty.class;
			case WEBFLUX_TOMCAT -> FluxTomcat.class;
			case WEBFLUX_JETTY -> throw new IllegalArgumentException("No test needs it");
		};
	}

	private static String echo(Deployment deployment, String path, String... headers) throws InterruptedException {
		return say("hello", deployment, path, headers).replace("hello", "101 hello");
	}

	private static String stomp(Deployment deployment, String path, String... headers) throws InterruptedException {
		return say("CONNECT\naccept-version:1.2\nhost:localhost\n\n\0", deployment, path, headers);
	}

	private static String say(String text, Deployment deployment, String path, String... headers)
			throws InterruptedException {
		try (Conversation conversation = Conversation.with(deployment, path, headers)) {
			return (conversation.status() == 101) ? conversation.ask(text) : String.valueOf(conversation.status());
		}
	}

	/**
	 * Endpoints whose origins are Spring's default, but for one of each kind.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	@EnableWebSocketMessageBroker
	static class MvcApplication implements WebSocketConfigurer, WebSocketMessageBrokerConfigurer {

		private final HandshakeHandler handshakes;

		private final String[] origins;

		MvcApplication(RequestUpgradeStrategy upgradeStrategy, Environment environment) {
			this.handshakes = new DefaultHandshakeHandler(upgradeStrategy);
			this.origins = Binder.get(environment).bind("cors.allowed-origins", String[].class).get();
		}

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new Echo(), "/echo").setHandshakeHandler(this.handshakes);
			registry.addHandler(new Echo(), "/partners")
				.setHandshakeHandler(this.handshakes)
				.setAllowedOrigins(PARTNER);
			registry.addHandler(new Echo(), "/sockjs")
				.setHandshakeHandler(this.handshakes)
				.setAllowedOrigins(this.origins)
				.withSockJS();
		}

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp").setHandshakeHandler(this.handshakes);
			registry.addEndpoint("/stomp-sockjs")
				.setHandshakeHandler(this.handshakes)
				.setAllowedOrigins(this.origins)
				.withSockJS();
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
		}

	}

	static class Echo extends TextWebSocketHandler {

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
			session.sendMessage(message);
		}

	}

	/**
	 * An endpoint that has nothing to say about origins.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FluxApplication {

		@Bean
		HandlerMapping echoHandlerMapping() {
			return new SimpleUrlHandlerMapping(
					Map.of("/echo", (org.springframework.web.reactive.socket.WebSocketHandler) (session) -> session
						.send(session.receive().map((message) -> session.textMessage(message.getPayloadAsText())))),
					-1);
		}

	}

	/**
	 * What each server needs where another one's WebSocket is on the class path as well.
	 */
	@Configuration(proxyBeanMethods = false)
	static class MvcTomcat {

		@Bean
		RequestUpgradeStrategy upgradeStrategy() {
			return new org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MvcJetty {

		@Bean
		RequestUpgradeStrategy upgradeStrategy() {
			return new JettyRequestUpgradeStrategy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FluxNetty implements WebFluxConfigurer {

		@Override
		public WebSocketService getWebSocketService() {
			return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FluxTomcat implements WebFluxConfigurer {

		@Override
		public WebSocketService getWebSocketService() {
			return new HandshakeWebSocketService(new StandardWebSocketUpgradeStrategy());
		}

	}

}
