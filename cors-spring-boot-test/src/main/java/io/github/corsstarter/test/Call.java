package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.policy.fetch.FetchHeader;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
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

	Call {
		String corrected = corrected(origin);
		if (!corrected.equals(origin)) {
			throw new IllegalArgumentException(
					printed(origin) + " is not an origin as browsers send it. Write " + corrected + ".");
		}
		if (!HttpToken.isToken(method)) {
			throw new IllegalArgumentException(printed(method) + " is not a method. Write one such as GET.");
		}
		method = FetchMethod.sent(method);
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException(printed(path) + " is not a path: it has to begin with a slash.");
		}
		int end = path.indexOf('?');
		path = (end >= 0) ? path.substring(0, end) : path;
		headers = List.copyOf(headers);
		for (String name : headers) {
			if (!HttpToken.isToken(name)) {
				throw new IllegalArgumentException(
						printed(name) + " is not the name of a header. Write one such as X-Request-Id.");
			}
		}
	}

	/**
	 * A spelling that no browser sends is refused everywhere, so that an assertion about
	 * it would pass for the wrong reason. What has no correction is malformed on purpose.
	 */
	private static String corrected(String origin) {
		try {
			return ExactOrigin.parse(origin).toString();
		}
		catch (OriginSyntaxException ex) {
			String suggestion = ex.suggestion();
			return (suggestion != null && ex.suggestedKind() == EntryKind.EXACT) ? corrected(suggestion) : origin;
		}
	}

	private static String printed(String text) {
		return "'" + ClientText.printable(text) + "'";
	}

	Call withHeaders(List<String> names) {
		List<String> all = new ArrayList<>(this.headers);
		all.addAll(names);
		return new Call(this.origin, this.credentials, this.method, this.path, all);
	}

	/**
	 * Put the call to policies, as a browser does.
	 * @param subject the policies
	 * @return the answer to its preflight if that is rejected, else to the call itself
	 */
	Answer answeredBy(AccessSubject subject) {
		CorsPolicies policies = subject.policies();
		PolicyTable current = policies.table();
		List<CorsRequest> requests = new ArrayList<>();
		List<String> asked = FetchHeader.unsafeNames(this.headers);
		if (!asked.isEmpty() || !FetchMethod.isSafelisted(this.method)) {
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

	/**
	 * Return whether a policy refuses the call from any origin.
	 * @param policy the policy that governs the path
	 * @return whether it does not allow the method, the headers or the credentials
	 */
	boolean isRefusedFromAnyOrigin(CorsPolicy policy) {
		return !policy.allowsMethod(this.method) || !policy.allowsHeaders(FetchHeader.unsafeNames(this.headers))
				|| lacksCredentials(policy);
	}

	boolean lacksCredentials(CorsPolicy policy) {
		return this.credentials && !policy.allowCredentials();
	}

	@Override
	public String toString() {
		return ClientText.printable(this.method) + " " + ClientText.printable(this.path)
				+ (this.credentials ? " with credentials" : "") + (this.headers.isEmpty() ? ""
						: (this.credentials ? " and" : " with") + " the headers " + String.join(", ", this.headers));
	}

}
