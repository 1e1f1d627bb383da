package io.github.corsstarter.test.chromium;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a script asks for, and how the server answers it.
 *
 * @param method the method as the script names it
 * @param headers names and values that the script sets
 * @param credentials whether with credentials
 * @param body the body, if any
 * @param preflight the answer to a preflight
 * @param actual the answer to the request
 * @param redirected the answer at the address it is redirected to
 */
record Cell(String method, List<List<String>> headers, boolean credentials, @Nullable String body, Answer preflight,
		Answer actual, Answer redirected) {

	static Cell of(String method) {
		return new Cell(method, List.of(), false, null, Answer.ALLOWED, Answer.READABLE, Answer.READABLE);
	}

	Cell header(String name, String value) {
		List<List<String>> more = new ArrayList<>(this.headers);
		more.add(List.of(name, value));
		return new Cell(this.method, more, this.credentials, this.body, this.preflight, this.actual, this.redirected);
	}

	Cell credentials(boolean credentials) {
		return new Cell(this.method, this.headers, credentials, this.body, this.preflight, this.actual,
				this.redirected);
	}

	Cell body(String body) {
		return new Cell(this.method, this.headers, this.credentials, body, this.preflight, this.actual,
				this.redirected);
	}

	Cell preflight(Answer answer) {
		return new Cell(this.method, this.headers, this.credentials, this.body, answer, this.actual, this.redirected);
	}

	Cell actual(Answer answer) {
		return new Cell(this.method, this.headers, this.credentials, this.body, this.preflight, answer,
				this.redirected);
	}

	Cell redirected(Answer answer) {
		return new Cell(this.method, this.headers, this.credentials, this.body, this.preflight, this.actual, answer);
	}

	/**
	 * Return the arguments of the script's {@code fetch}.
	 */
	Map<String, Object> script(String url) {
		Map<String, Object> script = new LinkedHashMap<>();
		script.put("url", url);
		script.put("method", this.method);
		script.put("headers", this.headers);
		script.put("credentials", this.credentials ? "include" : "same-origin");
		if (this.body != null) {
			script.put("body", this.body);
		}
		return script;
	}

}
