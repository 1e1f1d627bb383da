package io.github.corsstarter.test.fetch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * One request on its way to the server.
 *
 * @param method the method
 * @param url the absolute address
 * @param headers the headers, one line for each name
 * @param body the body, or {@code null} without one
 */
public record SentRequest(String method, URI url, HeaderList headers, byte @Nullable [] body) {

	@Override
	public String toString() {
		return this.method + " " + this.url + "\n" + this.headers;
	}

}
