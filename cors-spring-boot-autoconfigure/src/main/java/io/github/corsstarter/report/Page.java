package io.github.corsstarter.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.validation.source.Answer;

/**
 * Reads an answer as the browser does for the page that sent the request.
 *
 * @param request the request
 * @see <a href="https://fetch.spec.whatwg.org/#cors-check">Fetch standard, CORS check</a>
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch standard,
 * CORS-preflight fetch</a>
 */
record Page(ObservedRequest request) {

	private static final String ANY = "*";

	/**
	 * Return whether the page may read the answer; for a preflight, whether the request
	 * follows that it asks for.
	 */
	boolean mayRead(Answer answer) {
		String origin = this.request.origin();
		boolean shared = this.request.credentials() ? answer.allowsWithCredentials(origin) : answer.allows(origin);
		return shared && (!this.request.request().isPreflight() || mayFollow(answer));
	}

	private boolean mayFollow(Answer answer) {
		List<String> methods = tokens(answer, CorsHeaders.ALLOW_METHODS);
		String method = this.request.method();
		if (answer.status() < 200 || answer.status() > 299
				|| !(methods.contains(method) || methods.contains(ANY) || FetchMethod.isSafelisted(method))) {
			return false;
		}
		List<String> headers = names(tokens(answer, CorsHeaders.ALLOW_HEADERS));
		return names(this.request.request().requestHeaders().stream().flatMap(Page::split).toList()).stream()
			.allMatch((name) -> headers.contains(name) || (headers.contains(ANY) && !name.equals("authorization")));
	}

	static List<String> tokens(Answer answer, String header) {
		return split(answer.headers().getOrDefault(header, "")).toList();
	}

	private static Stream<String> split(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter((token) -> !token.isEmpty());
	}

	static List<String> names(List<String> tokens) {
		return tokens.stream().map((token) -> token.toLowerCase(Locale.ROOT)).toList();
	}

}
