package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.policy.fetch.FetchHeader;
import io.github.corsstarter.policy.text.ClientText;

/**
 * What a page does.
 *
 * @param origin the origin of the page
 * @param credentials whether it sends credentials
 * @param method the method
 * @param path the path within the application
 * @param headers the names of the headers that it sets
 */
record Call(String origin, boolean credentials, String method, String path, List<String> headers) {

	private static final Set<String> NORMALIZED_METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");

	private static final Set<String> SAFELISTED_METHODS = Set.of("GET", "HEAD", "POST");

	private static final Set<String> SAFELISTED_HEADERS = Set.of("accept", "accept-language", "content-language");

	Call {
		String upperCase = method.toUpperCase(Locale.ROOT);
		method = NORMALIZED_METHODS.contains(upperCase) ? upperCase : method;
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("'" + path + "' is no path: it has to begin with a slash.");
		}
		int end = path.indexOf('?');
		path = (end >= 0) ? path.substring(0, end) : path;
		headers = List.copyOf(headers);
	}

	Call withHeaders(List<String> headers) {
		return new Call(this.origin, this.credentials, this.method, this.path, headers);
	}

	/**
	 * Put the call to policies, as a browser does.
	 * @param subject the policies
	 * @return the answer to its preflight if that is rejected, else to the call itself
	 */
	Answer answeredBy(AccessSubject subject) {
		CorsPolicies policies = subject.policies();
		PolicyTable current = policies.snapshot();
		List<CorsRequest> requests = new ArrayList<>();
		List<String> asked = askedHeaders();
		if (!asked.isEmpty() || !SAFELISTED_METHODS.contains(this.method)) {
			requests.add(CorsRequest.preflight(this.origin, this.method, this.path, asked));
		}
		requests.add(CorsRequest.builder(this.method, this.path)
			.sentTo("https", null, 0)
			.origin(this.origin)
			.fetchSite("cross-site")
			.fetchMode("cors")
			.build());
		Answer answer = null;
		for (CorsRequest request : requests) {
			if (answer == null || answer.decision().outcome() == CorsDecision.Outcome.ALLOWED) {
				answer = new Answer(subject, this, request, current.decide(request));
			}
		}
		return Objects.requireNonNull(answer);
	}

	private List<String> askedHeaders() {
		return this.headers.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter((name) -> !SAFELISTED_HEADERS.contains(name) && !FetchHeader.isForbiddenInRequests(name))
			.distinct()
			.sorted()
			.toList();
	}

	@Override
	public String toString() {
		return ClientText.printable(this.method) + " " + ClientText.printable(this.path)
				+ (this.credentials ? " with credentials" : "") + (this.headers.isEmpty() ? ""
						: (this.credentials ? " and" : " with") + " the headers " + String.join(", ", this.headers));
	}

}
