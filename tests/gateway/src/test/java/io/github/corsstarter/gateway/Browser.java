package io.github.corsstarter.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends what a browser would, and reads what it would look at.
 */
final class Browser {

	private final HttpClient http = HttpClient.newHttpClient();

	private final String server;

	Browser(int port) {
		this.server = "http://localhost:" + port;
	}

	/**
	 * Return the origin of the gateway itself.
	 */
	String server() {
		return this.server;
	}

	HttpResponse<String> preflight(String path, String origin, String method) {
		return send("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", method);
	}

	HttpResponse<String> send(String method, String path, String... namesAndValues) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, BodyPublishers.noBody());
		if (namesAndValues.length > 0) {
			request.headers(namesAndValues);
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the lines of each {@code Access-Control-*} header, and of
	 * {@code Timing-Allow-Origin}, by its name in lower case.
	 */
	static Map<String, List<String>> corsHeaders(HttpResponse<?> response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.headers().map().forEach((name, lines) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (lower.startsWith("access-control-") || lower.equals("timing-allow-origin")) {
				headers.put(lower, lines);
			}
		});
		return headers;
	}

	/**
	 * Return every token of {@code Vary}, as often as it is there.
	 */
	static List<String> vary(HttpResponse<?> response) {
		return response.headers()
			.allValues("Vary")
			.stream()
			.flatMap((line) -> List.of(line.split(", *")).stream())
			.toList();
	}

}
