package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.policy.CorsRequest;

/**
 * Requests that no policy allows, not even one that allows {@code *.app.example.com},
 * each with an origin of its own: an attacker's who wants to fill the memory, forge a
 * line of the log, or drive the terminal that shows it.
 */
final class HostileRequests {

	private static final List<String> TAILS = List.of(".example", "\r\nINFO forged line", "\u0000\u0007\b",
			"\u001b[2J\u001b[31m", "\u202e\u2066", "\u0085\u2028\u2029", "\ud800", "\u009b0m\u007f",
			" https://app.example.com", "\\u000a%0d%0a");

	private HostileRequests() {
	}

	/**
	 * The request with a number.
	 * @param number the number; other numbers have other origins
	 * @return an actual request, or each third time a preflight
	 */
	static CorsRequest request(long number) {
		String tail = TAILS.get((int) (number % TAILS.size()));
		String origin = "https://a" + number + tail + ((number % 101 == 0) ? "x".repeat(5000) : "");
		String path = "/" + number + tail;
		if (number % 3 == 0) {
			return CorsRequest.builder("OPTIONS", path)
				.origin((number % 2 == 0) ? origin : "https://a" + number + ".app.example.com")
				.requestMethod((number % 5 == 0) ? "M" + number + tail : "GET")
				.requestHeaders("h" + number + tail)
				.build();
		}
		return CorsRequest.builder((number % 5 == 0) ? "M" + number + tail : "GET", path).origin(origin).build();
	}

}
