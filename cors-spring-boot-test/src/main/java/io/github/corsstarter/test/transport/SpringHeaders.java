package io.github.corsstarter.test.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.test.fetch.HeaderList;

import org.springframework.http.HttpHeaders;

/**
 * The headers that Spring's clients return.
 */
final class SpringHeaders {

	private SpringHeaders() {
	}

	static HeaderList list(HttpHeaders headers) {
		Map<String, List<String>> lines = new LinkedHashMap<>();
		headers.forEach(lines::put);
		return HeaderList.of(lines);
	}

}
