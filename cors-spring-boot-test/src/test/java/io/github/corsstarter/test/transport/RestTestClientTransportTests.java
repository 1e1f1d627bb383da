package io.github.corsstarter.test.transport;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Tests for {@link RestTestClientTransport}, whose client is not on every line of Spring.
 */
class RestTestClientTransportTests {

	@Test
	void restTestClient() {
		TransportTests.check(RestTestClient.bindToController(new TransportTests.Books())
			.configureServer((server) -> server.addFilters(TransportTests.corsFilter()))
			.build());
	}

	@Test
	void clientIsAtItsBaseUrlElseAtLocalhost() {
		RestTestClient client = RestTestClient.bindToController(new TransportTests.Books()).build();
		TransportTests.assertSameOrigin(client, "http://localhost");
		TransportTests.assertSameOrigin(client.mutate().baseUrl(TransportTests.PAGE + "/x").build(),
				TransportTests.PAGE);
	}

}
