package io.github.corsstarter.compatibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policy decides about WebSocket handshakes, whatever Spring's own default is: what
 * it allows is echoed, what it does not is refused.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractHandshakeTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final int PATIENCE_SECONDS = 20;

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	AbstractHandshakeTests(Class<?> application, WebApplicationType type) {
		this.context = new SpringApplicationBuilder(application).web(type)
			.properties("spring.config.name=none", "server.port=0", "cors.allowed-origins=" + ORIGIN,
					"cors.allow-credentials=true")
			.run();
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void allowedOriginIsHeard() {
		assertThat(echo("Origin", ORIGIN)).isEqualTo("101 hello");
	}

	@Test
	void sameOriginIsHeard() {
		assertThat(echo("Origin", "http://localhost:" + port())).isEqualTo("101 hello");
		assertThat(echo("Origin", "https://www.example.com", "Sec-Fetch-Site", "same-origin"))
			.as("behind a proxy that tells nothing")
			.isEqualTo("101 hello");
	}

	@Test
	void clientWithoutOriginIsHeard() {
		assertThat(echo()).isEqualTo("101 hello");
	}

	@Test
	void otherOriginsAreRefused() {
		assertThat(echo("Origin", "https://stranger.example")).isEqualTo("403");
		assertThat(echo("Origin", "null")).isEqualTo("403");
		assertThat(echo("Origin", "http://localhost:1", "Sec-Fetch-Site", "same-site")).isEqualTo("403");
	}

	private String port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	private String echo(String... headers) {
		WebSocket.Builder builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
		for (int i = 0; i < headers.length; i += 2) {
			builder.header(headers[i], headers[i + 1]);
		}
		Ear ear = new Ear();
		try {
			WebSocket socket = builder.buildAsync(URI.create("ws://localhost:" + port() + "/echo"), ear).join();
			socket.sendText("hello", true).join();
			String heard = ear.heard.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
			socket.abort();
			return "101 " + heard;
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof WebSocketHandshakeException refused) {
				return String.valueOf(refused.getResponse().statusCode());
			}
			throw ex;
		}
	}

	/**
	 * Hears the first message.
	 */
	private static final class Ear implements WebSocket.Listener {

		private final CompletableFuture<String> heard = new CompletableFuture<>();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.heard.complete(data.toString());
			return null;
		}

	}

}
