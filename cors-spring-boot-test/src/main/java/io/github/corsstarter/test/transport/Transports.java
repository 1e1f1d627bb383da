package io.github.corsstarter.test.transport;

import java.net.URI;

import io.github.corsstarter.test.fetch.Transport;

import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Finds the way to a server for each client of Spring Test, and for an address.
 */
public final class Transports {

	private static final URI LOCALHOST = URI.create("http://localhost");

	private Transports() {
	}

	/**
	 * Return the transport for a client. Clients are told apart by name: most class paths
	 * have only some of them.
	 * @param client {@code MockMvc}, {@code MockMvcTester}, {@code WebTestClient},
	 * {@code RestTestClient}, or a base URI
	 * @return the transport
	 * @throws IllegalArgumentException if it is something else
	 */
	public static Transport of(Object client) {
		if (client instanceof Transport transport) {
			return transport;
		}
		if (client instanceof URI || client instanceof String) {
			return new HttpTransport(baseUri(client.toString()));
		}
		if (is(client, "org.springframework.test.web.servlet.MockMvc")) {
			return new MockMvcTransport(MockMvcTester.create((MockMvc) client), LOCALHOST);
		}
		if (is(client, "org.springframework.test.web.servlet.assertj.MockMvcTester")) {
			return new MockMvcTransport((MockMvcTester) client, LOCALHOST);
		}
		if (is(client, "org.springframework.test.web.reactive.server.WebTestClient")) {
			return WebTestClientTransport.of((WebTestClient) client, LOCALHOST);
		}
		if (is(client, "org.springframework.test.web.servlet.client.RestTestClient")) {
			return RestTestClientTransport.of((RestTestClient) client, LOCALHOST);
		}
		throw new IllegalArgumentException(client.getClass().getName() + " is no way to a server. "
				+ "Write a MockMvc, MockMvcTester, WebTestClient or RestTestClient, or a server's base URI.");
	}

	private static URI baseUri(String text) {
		URI uri = URI.create(text);
		if (uri.getRawAuthority() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
			throw new IllegalArgumentException(
					"'" + text + "' is not the base URI of a server. Write one such as http://127.0.0.1:8080.");
		}
		return uri;
	}

	private static boolean is(Object client, String type) {
		try {
			return Class.forName(type, false, client.getClass().getClassLoader()).isInstance(client);
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
