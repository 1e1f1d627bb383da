package io.github.corsstarter.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Another web server on this machine, with blank pages for scripts to run in. It answers
 * to every loopback host, and so has many origins.
 *
 * @param server the running server
 */
record WebPages(HttpServer server) implements AutoCloseable {

	/** A page whose origin is opaque: it calls as {@code null}. */
	private static final String SANDBOXED = "/sandboxed";

	static WebPages start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
			server.createContext("/", WebPages::answer);
			server.start();
			return new WebPages(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] page = "<!DOCTYPE html><title>A page</title>".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
		if (exchange.getRequestURI().getPath().equals(SANDBOXED)) {
			exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-scripts");
		}
		exchange.sendResponseHeaders(200, page.length);
		exchange.getResponseBody().write(page);
		exchange.close();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String origin(String host) {
		return "http://" + host + ":" + port();
	}

	String sandboxed() {
		return origin("127.0.0.1") + SANDBOXED;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
