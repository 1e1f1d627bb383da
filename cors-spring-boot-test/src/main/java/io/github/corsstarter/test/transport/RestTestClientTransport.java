package io.github.corsstarter.test.transport;

import java.net.URI;

import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.SentRequest;
import io.github.corsstarter.test.fetch.Transport;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Calls Spring MVC or a server, whatever the client is bound to. Only Spring Framework 7
 * has that client.
 *
 * @param client performs the requests
 * @param base where the server is, or is pretended to be
 */
record RestTestClientTransport(RestTestClient client, URI base) implements Transport {

	static RestTestClientTransport of(RestTestClient client, URI defaultBase) {
		BaseUrl base = new BaseUrl(defaultBase);
		client.get().uri(base::read);
		return new RestTestClientTransport(client, base.value());
	}

	@Override
	public boolean reachesOtherServers() {
		return false;
	}

	@Override
	public ReceivedResponse send(SentRequest request) {
		RestTestClient.RequestBodySpec spec = this.client.method(HttpMethod.valueOf(request.method()))
			.uri(request.url());
		request.headers().forEach((header) -> spec.header(header.name(), header.value()));
		byte[] body = request.body();
		if (body != null) {
			spec.body(body);
		}
		EntityExchangeResult<byte[]> result = spec.exchange().expectBody().returnResult();
		byte[] content = result.getResponseBody();
		return new ReceivedResponse(result.getStatus().value(), SpringHeaders.list(result.getResponseHeaders()),
				(content != null) ? content : new byte[0]);
	}

}
