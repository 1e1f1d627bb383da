package io.github.corsstarter.conformance.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one side makes of a question.
 *
 * @param callsApplication whether the application is called
 * @param status the status of the response, 200 if the application is called
 * @param headers the tokens of each CORS response header and of {@code Vary}
 */
record Reply(boolean callsApplication, int status, SortedMap<String, List<String>> headers) {

	static final String VARY = "Vary";

	/**
	 * Spring fails on each request of some policies.
	 * @return the reply of a side that fails
	 */
	static Reply failure() {
		return new Reply(false, 500, new TreeMap<>());
	}

	Reply with(String header, List<String> tokens) {
		SortedMap<String, List<String>> changed = new TreeMap<>(this.headers);
		if (tokens.isEmpty()) {
			changed.remove(header);
		}
		else {
			changed.put(header, tokens);
		}
		return new Reply(this.callsApplication, this.status, changed);
	}

	Reply add(String header, String line) {
		List<String> tokens = new ArrayList<>(this.headers.getOrDefault(header, List.of()));
		Stream.of(line.split(",")).map(String::strip).forEach(tokens::add);
		return with(header, tokens);
	}

}
