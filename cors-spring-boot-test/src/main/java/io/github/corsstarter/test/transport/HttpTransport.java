package io.github.corsstarter.test.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.github.corsstarter.test.fetch.HeaderList;
import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.SentRequest;
import io.github.corsstarter.test.fetch.Transport;

/**
 * Calls a running server.
 *
 * @param base the server's base URI
 */
record HttpTransport(URI base) implements Transport {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(TIMEOUT)
		.build();

	@Override
	public boolean reachesOtherServers() {
		return true;
	}

	@Override
	public ReceivedResponse send(SentRequest request) {
		byte[] body = request.body();
		HttpRequest.Builder builder = HttpRequest.newBuilder(request.url())
			.timeout(TIMEOUT)
			.method(request.method(), (body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		request.headers().forEach((header) -> builder.header(header.name(), header.value()));
		try {
			HttpResponse<byte[]> response = CLIENT.send(builder.build(), BodyHandlers.ofByteArray());
			return new ReceivedResponse(response.statusCode(), HeaderList.of(response.headers().map()),
					response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request.method() + " " + request.url() + " was not answered", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(request.method() + " " + request.url() + " was interrupted", ex);
		}
	}

}
