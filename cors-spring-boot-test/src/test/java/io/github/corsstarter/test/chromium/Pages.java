package io.github.corsstarter.test.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A web server with blank pages for scripts to run in.
 *
 * @param server the running server
 */
record Pages(HttpServer server) implements AutoCloseable {

	/** The path of a page whose origin is opaque: it calls as {@code null}. */
	static final String SANDBOXED = "/sandboxed";

	static Pages start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
			server.createContext("/", Pages::answer);
			server.start();
			return new Pages(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] page = "<!DOCTYPE html><title>A page</title><link rel=icon href=data:,>"
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
		if (exchange.getRequestURI().getPath().equals(SANDBOXED)) {
			exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-scripts");
		}
		exchange.sendResponseHeaders(200, page.length);
		exchange.getResponseBody().write(page);
		exchange.close();
	}

	String origin() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
