package io.github.corsstarter.test.chromium;

import java.util.ArrayList;
import java.util.List;

/**
 * What the server answers. In values, {@code PAGE} stands for the page's origin, and
 * {@code HERE}, {@code THERE} for the server at its two hosts, with what is after it in
 * the path.
 *
 * @param status the status
 * @param headers names and values
 */
record Answer(int status, List<List<String>> headers) {

	static final Answer EMPTY = new Answer(200, List.of());

	/** Allows the page with credentials what the cells ask for by default. */
	static final Answer READABLE = EMPTY.with("Access-Control-Allow-Origin", "PAGE")
		.with("Access-Control-Allow-Credentials", "true");

	static final Answer ALLOWED = READABLE.with("Access-Control-Allow-Methods", "PUT, DELETE, PATCH, patch, CHICKEN")
		.with("Access-Control-Allow-Headers",
				"X-A, X-B, Content-Type, Authorization, Accept, Accept-Language, " + "Content-Language, Range");

	Answer with(String name, String value) {
		List<List<String>> more = new ArrayList<>(this.headers);
		more.add(List.of(name, value));
		return new Answer(this.status, more);
	}

	Answer without(String name) {
		return new Answer(this.status, this.headers.stream().filter((header) -> !header.get(0).equals(name)).toList());
	}

	Answer replace(String name, String... values) {
		Answer answer = without(name);
		for (String value : values) {
			answer = answer.with(name, value);
		}
		return answer;
	}

	List<String> values(String name) {
		return this.headers.stream().filter((header) -> header.get(0).equals(name)).map((header) -> header.get(1)).toList();
	}

	Answer status(int status) {
		return new Answer(status, this.headers);
	}

}
