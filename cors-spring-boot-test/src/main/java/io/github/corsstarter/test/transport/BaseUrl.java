package io.github.corsstarter.test.transport;

import java.net.URI;

import org.springframework.web.util.UriBuilder;

/**
 * The base URL of a client, which tells it only while it builds a request.
 */
final class BaseUrl {

	private URI value;

	/**
	 * Create one for a client that has none.
	 * @param defaultValue where a server without a base URL is
	 */
	BaseUrl(URI defaultValue) {
		this.value = defaultValue;
	}

	URI read(UriBuilder builder) {
		URI built = builder.build();
		this.value = this.value.resolve(built);
		return built;
	}

	URI value() {
		return this.value;
	}

}
