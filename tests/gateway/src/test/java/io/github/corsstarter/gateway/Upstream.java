package io.github.corsstarter.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service behind the gateway that answers CORS itself, each header twice and all of
 * them wrong, on every status: {@code /…/missing} is a 404, {@code /…/broken} a 500,
 * {@code /…/moved} a redirect, {@code /…/choosy} a 403 to whoever has an origin.
 */
final class Upstream implements AutoCloseable {

	/**
	 * The only origin that this service knows.
	 */
	static final String ORIGIN = "https://upstream.example";

	private final HttpServer server;

	private final Queue<String> requests = new ConcurrentLinkedQueue<>();

	private Upstream(HttpServer server) {
		this.server = server;
	}

	static Upstream start() {
		try {
			Upstream upstream = new Upstream(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
			upstream.server.createContext("/", upstream::answer);
			upstream.server.start();
			return upstream;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * Return what has arrived since the last call, method and path.
	 */
	List<String> takeRequests() {
		List<String> taken = List.copyOf(this.requests);
		this.requests.clear();
		return taken;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.requests.add(exchange.getRequestMethod() + " " + path);
		Headers headers = exchange.getResponseHeaders();
		headers.add("Access-Control-Allow-Origin", "*");
		headers.add("Access-Control-Allow-Origin", ORIGIN);
		headers.add("access-control-allow-credentials", "true");
		headers.add("Access-Control-Allow-Credentials", "true");
		headers.add("Access-Control-Expose-Headers", "X-Upstream");
		headers.add("Access-Control-Allow-Methods", "DELETE");
		headers.add("Access-Control-Allow-Headers", "X-Upstream");
		headers.add("Access-Control-Max-Age", "1");
		headers.add("Timing-Allow-Origin", "*");
		headers.add("timing-allow-origin", ORIGIN);
		headers.add("Vary", "Origin, Accept-Encoding");
		headers.add("Vary", "Accept-Language");
		int status = status(path, exchange.getRequestHeaders());
		if (status == 302) {
			headers.add("Location", "/orders/1");
		}
		byte[] body = ("answer " + status).getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			// Of no length that is known ahead, so that the gateway has to stream it
			exchange.sendResponseHeaders(status, 0);
			exchange.getResponseBody().write(body);
		}
	}

	private static int status(String path, Headers headers) {
		return switch (path.substring(path.lastIndexOf('/') + 1)) {
			case "missing" -> 404;
			case "broken" -> 500;
			case "moved" -> 302;
			case "choosy" -> headers.containsKey("Origin") ? 403 : 200;
			default -> 200;
		};
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
