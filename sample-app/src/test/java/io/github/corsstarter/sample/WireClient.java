package io.github.corsstarter.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sends to the shop exactly the headers a test names, as a browser or anybody else might.
 */
final class WireClient {

	private final HttpClient http = HttpClient.newHttpClient();

	private final String shop;

	WireClient(int port) {
		this.shop = "http://localhost:" + port;
	}

	/**
	 * The origin the shop itself is reached at.
	 * @return the origin
	 */
	String shop() {
		return this.shop;
	}

	HttpResponse<String> send(String method, String path, String... namesAndValues) {
		return send(method, path, "", namesAndValues);
	}

	HttpResponse<String> sendJson(String method, String path, String json, String... namesAndValues) {
		String[] headers = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
		headers[headers.length - 2] = "Content-Type";
		headers[headers.length - 1] = "application/json";
		return send(method, path, json, headers);
	}

	private HttpResponse<String> send(String method, String path, String body, String[] namesAndValues) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.shop + path))
			.timeout(Duration.ofMinutes(1))
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
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
	 * The response's {@code Access-Control-*} headers. Values of a header that is there
	 * more than once are joined by {@code " | "}, so that they equal no single value.
	 * @param response the response
	 * @return the values by lower-case name
	 */
	static Map<String, String> corsHeaders(HttpResponse<?> response) {
		Map<String, String> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> {
			if (name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
				headers.put(name.toLowerCase(Locale.ROOT), String.join(" | ", values));
			}
		});
		return headers;
	}

	static Set<String> vary(HttpResponse<?> response) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		for (String line : response.headers().allValues("Vary")) {
			names.addAll(Arrays.asList(line.split(", *")));
		}
		return names;
	}

}
