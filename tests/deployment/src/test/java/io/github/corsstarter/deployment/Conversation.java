package io.github.corsstarter.deployment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket, or the status by which the handshake was refused.
 */
final class Conversation implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final int SWITCHING_PROTOCOLS = 101;

	private static final int PATIENCE_SECONDS = 20;

	private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	private final @Nullable WebSocket socket;

	private final int status;

	private Conversation(int port, String path, String... headers) {
		WebSocket.Builder builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
		for (int i = 0; i < headers.length; i += 2) {
			builder.header(headers[i], headers[i + 1]);
		}
		WebSocket opened = null;
		int answered = SWITCHING_PROTOCOLS;
		try {
			opened = builder.buildAsync(URI.create("ws://localhost:" + port + path), new Listener()).join();
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof WebSocketHandshakeException refused)) {
				throw ex;
			}
			answered = refused.getResponse().statusCode();
		}
		this.socket = opened;
		this.status = answered;
	}

	/**
	 * Tries to open a WebSocket.
	 * @param deployment the server
	 * @param path the path of the endpoint
	 * @param headers names and values
	 */
	static Conversation with(Deployment deployment, String path, String... headers) {
		return new Conversation(deployment.port(), path, headers);
	}

	int status() {
		return this.status;
	}

	/**
	 * Says something and waits for the answer.
	 * @param text what to say
	 * @return the next message received
	 */
	String ask(String text) throws InterruptedException {
		if (this.socket == null) {
			throw new IllegalStateException("The handshake was answered with " + this.status);
		}
		this.socket.sendText(text, true).join();
		return listen();
	}

	String listen() throws InterruptedException {
		String message = this.received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (message == null) {
			throw new IllegalStateException("Nothing was said");
		}
		return message;
	}

	@Override
	public void close() {
		if (this.socket != null) {
			this.socket.abort();
		}
	}

	/**
	 * Keeps what comes.
	 */
	private final class Listener implements WebSocket.Listener {

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			Conversation.this.received.add(data.toString());
			webSocket.request(1);
			return null;
		}

	}

}
