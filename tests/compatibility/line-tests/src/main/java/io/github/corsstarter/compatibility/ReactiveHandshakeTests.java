package io.github.corsstarter.compatibility;

import java.util.Map;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;

/**
 * WebSocket handshakes in Netty, with an endpoint that has nothing to say about origins.
 */
@Tag("reactive")
class ReactiveHandshakeTests extends AbstractHandshakeTests {

	ReactiveHandshakeTests() {
		super(Application.class, WebApplicationType.REACTIVE);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		HandlerMapping echoHandlerMapping() {
			WebSocketHandler echo = (session) -> session
				.send(session.receive().map((message) -> session.textMessage(message.getPayloadAsText())));
			return new SimpleUrlHandlerMapping(Map.of("/echo", echo), -1);
		}

	}

}
