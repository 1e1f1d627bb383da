package io.github.corsstarter.test.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers each cell as it says, at two hosts, and remembers what it was asked. Its paths
 * are {@code /<caller>/<cell>} and, after a redirect, {@code /<caller>/<cell>/<hop>}.
 */
final class CellServer implements AutoCloseable {

	/** What browsers send on their own account, and what redirects may take away. */
	private static final List<String> SHOWN = List.of("Origin", "Access-Control-Request-Method",
			"Access-Control-Request-Headers", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Authorization",
			"Content-Type", "Accept", "Range", "X-A", "X-B", "Content-Language");

	private final List<Cell> cells;

	private final String page;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, Queue<String>> requests = new ConcurrentHashMap<>();

	CellServer(List<Cell> cells, String page) {
		this.cells = cells;
		this.page = page;
		try {
			this.server = HttpServer.create(new InetSocketAddress(0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		String[] segments = path.split("/");
		if (segments.length < 3 || !segments[2].matches("[0-9]+")) {
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
			return;
		}
		String caller = segments[1];
		boolean redirected = segments.length > 3;
		this.requests.computeIfAbsent(caller + "/" + segments[2], (added) -> new ConcurrentLinkedQueue<>())
			.add(describe(exchange, caller));
		Cell cell = this.cells.get(Integer.parseInt(segments[2]));
		boolean preflight = exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
		Answer answer = preflight ? cell.preflight() : redirected ? cell.redirected() : cell.actual();
		for (List<String> header : answer.headers()) {
			exchange.getResponseHeaders().add(header.get(0), value(header.get(1), caller + "/" + segments[2]));
		}
		byte[] body = "Read me".getBytes(StandardCharsets.UTF_8);
		boolean hasBody = !exchange.getRequestMethod().equals("HEAD") && answer.status() != 204
				&& answer.status() != 304;
		exchange.sendResponseHeaders(answer.status(), hasBody ? body.length : -1);
		if (hasBody) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	private String value(String value, String path) {
		return value.replace("PAGE", this.page)
			.replace("THERE", origin("localhost") + "/" + path)
			.replace("HERE", origin("127.0.0.1") + "/" + path)
			.replace("PATH", "/" + path)
			.replace("RELATIVE", path.substring(path.indexOf('/') + 1))
			.replace("PORT", "" + port());
	}

	private static String describe(HttpExchange exchange, String caller) {
		List<String> lines = new ArrayList<>();
		lines.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Host")
				+ exchange.getRequestURI().toString().replaceFirst("/" + caller, ""));
		for (String name : SHOWN) {
			List<String> values = exchange.getRequestHeaders().get(name);
			if (values != null) {
				// What is not ASCII does not leave java.net.http
				lines.add(name + ": " + values.toString().replaceAll("[^ -~\t]", "?"));
			}
		}
		return String.join("\n    ", lines);
	}

	List<String> requests(String caller, int cell) {
		Queue<String> asked = this.requests.get(caller + "/" + cell);
		return (asked != null) ? List.copyOf(asked) : List.of();
	}

	List<Cell> cells() {
		return this.cells;
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String origin(String host) {
		return "http://" + host + ":" + port();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
