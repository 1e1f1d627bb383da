package io.github.corsstarter.test.transport;

import java.net.URI;

import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.SentRequest;
import io.github.corsstarter.test.fetch.Transport;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * Calls Spring WebFlux, or what else the client is bound to.
 *
 * @param client performs the requests
 * @param base where the server is, or is pretended to be
 */
record WebTestClientTransport(WebTestClient client, URI base) implements Transport {

	static WebTestClientTransport of(WebTestClient client, URI defaultBase) {
		BaseUrl base = new BaseUrl(defaultBase);
		client.get().uri(base::read);
		return new WebTestClientTransport(client, base.value());
	}

	@Override
	public boolean reachesOtherServers() {
		return false;
	}

	@Override
	public ReceivedResponse send(SentRequest request) {
		WebTestClient.RequestBodySpec spec = this.client.method(HttpMethod.valueOf(request.method()))
			.uri(request.url());
		request.headers().forEach((header) -> spec.header(header.name(), header.value()));
		byte[] body = request.body();
		if (body != null) {
			spec.body(BodyInserters
				.fromDataBuffers(Mono.fromSupplier(() -> DefaultDataBufferFactory.sharedInstance.wrap(body))));
		}
		EntityExchangeResult<byte[]> result = spec.exchange().expectBody().returnResult();
		byte[] content = result.getResponseBody();
		return new ReceivedResponse(result.getStatus().value(), SpringHeaders.list(result.getResponseHeaders()),
				(content != null) ? content : new byte[0]);
	}

}
