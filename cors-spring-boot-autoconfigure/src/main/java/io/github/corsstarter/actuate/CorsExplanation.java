package io.github.corsstarter.actuate;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.validation.source.JudgedSource;
import org.jspecify.annotations.Nullable;

/**
 * Description of what would happen to a request, and why. What was asked is escaped, and
 * cut off after 512 characters.
 *
 * @param path the path, as a browser would send it
 * @param origin the origin of the page
 * @param method the method, as a browser would send it
 * @param headers the names of the request headers
 * @param policy the name of the policy that governs the path, or {@code null} if none
 * does
 * @param matchedPath the path pattern by which it was found
 * @param outcome {@code allowed}, {@code rejected}, {@code same-origin} or
 * {@code not-governed}
 * @param reason the reason of a rejection
 * @param explanation why, in plain words
 * @param remedy what to change, or {@code null} if there is nothing to change
 * @param preflight the answer to the preflight
 * @param actual the answer to the request itself
 * @param matchedBy the key of the entry that accepts the origin, or {@code null} if none
 * does
 * @param reportOnly what a report-only policy would decide about the path; left out if
 * none does
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CorsExplanation(String path, String origin, String method, List<String> headers, @Nullable String policy,
		@Nullable String matchedPath, String outcome, @Nullable String reason, String explanation,
		@Nullable String remedy, PreflightDescriptor preflight, ResponseDescriptor actual, @Nullable String matchedBy,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReportOnlyDescriptor reportOnly) {

	/**
	 * Explains a request.
	 * @param policies the policies in force, or {@code null} if CORS is disabled
	 * @param sources the application's other CORS configuration
	 * @param request the request
	 * @param own where the application is reached
	 * @return the explanation
	 */
	public static CorsExplanation of(@Nullable CorsPolicies policies, List<JudgedSource> sources,
			BrowserRequest request, OwnAddress own) {
		CorsRequest actualRequest = request.actual(own);
		boolean needed = request.needsPreflight() && !actualRequest.isSameOrigin();
		if (policies == null) {
			ResponseDescriptor untouched = new ResponseDescriptor(null, Map.of(), null);
			return of(request, own, ExplainedDecision.DISABLED, PreflightDescriptor.of(needed, untouched), untouched,
					null);
		}
		PolicyTable current = policies.table();
		ExplainedAnswer actual = ExplainedAnswer.of(actualRequest, current, sources);
		ExplainedAnswer preflight = ExplainedAnswer.of(request.preflight(own), current, sources);
		ExplainedDecision explained = (needed && preflight.isRejected()) ? preflight.explained() : actual.explained();
		return of(request, own, explained, PreflightDescriptor.of(needed, preflight.response()), actual.response(),
				ReportOnlyDescriptor.of(current.reportOnly(), needed ? preflight.request() : null, actualRequest));
	}

	private static CorsExplanation of(BrowserRequest request, OwnAddress own, ExplainedDecision explained,
			PreflightDescriptor preflight, ResponseDescriptor actual, @Nullable ReportOnlyDescriptor reportOnly) {
		String remedy = explained.remedy();
		String below = request.below(own.contextPath());
		if (below != null && explained.policy() == null) {
			remedy = "Ask for the path " + ClientText.printable(below) + ".";
		}
		return new CorsExplanation(ClientText.printable(request.path()), ClientText.printable(request.origin()),
				ClientText.printable(request.method()), request.headers().stream().map(ClientText::printable).toList(),
				explained.policy(), explained.matchedPath(), explained.outcome(), explained.reason(),
				explained.explanation() + neverAskedFor(request) + besideContextPath(request, own), remedy, preflight,
				actual, explained.matchedBy(), reportOnly);
	}

	private static String neverAskedFor(BrowserRequest request) {
		List<String> forbidden = request.forbiddenHeaders();
		return forbidden.isEmpty() ? "" : " No preflight ever asks for " + String.join(", ", forbidden)
				+ ", which scripts cannot set: no entry is needed.";
	}

	private static String besideContextPath(BrowserRequest request, OwnAddress own) {
		String below = request.below(own.contextPath());
		if (below == null) {
			return "";
		}
		return " Paths are relative to the context path %s: what a page requests as %s is %s here."
			.formatted(own.contextPath(), ClientText.printable(request.path()), ClientText.printable(below));
	}

	/**
	 * Description of what a report-only policy would decide.
	 *
	 * @param policy the name of the policy
	 * @param matchedPath the path pattern by which it was found
	 * @param outcome {@code allowed}, {@code rejected} or {@code same-origin}
	 * @param reason the reason of a rejection
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record ReportOnlyDescriptor(String policy, @Nullable String matchedPath, String outcome,
			@Nullable String reason) {

		private static @Nullable ReportOnlyDescriptor of(@Nullable PolicyTable policies,
				@Nullable CorsRequest preflight, CorsRequest actual) {
			if (policies == null) {
				return null;
			}
			CorsDecision asked = policies.decide((preflight != null) ? preflight : actual);
			CorsDecision decision = (asked.outcome() == CorsDecision.Outcome.REJECTED) ? asked
					: policies.decide(actual);
			CorsPolicy policy = decision.policy();
			return (policy != null) ? new ReportOnlyDescriptor(policy.name(), decision.matchedPath(),
					outcome(decision.outcome()), (decision.reason() != null) ? decision.reason().toString() : null)
					: null;
		}

		private static String outcome(CorsDecision.Outcome outcome) {
			return switch (outcome) {
				case REJECTED -> "rejected";
				case SAME_ORIGIN -> "same-origin";
				default -> "allowed";
			};
		}

	}

	/**
	 * Description of the answer to a request.
	 *
	 * @param status the status, or {@code null} if it is for the application to answer
	 * @param headers the CORS headers and {@code Vary}, without what the application adds
	 * @param decidedBy the name of the policy or of the source that decides, or
	 * {@code null} if none is known to
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record ResponseDescriptor(@Nullable Integer status, Map<String, String> headers,
			@Nullable String decidedBy) {

	}

	/**
	 * Description of the answer to a preflight.
	 *
	 * @param needed whether a browser sends one ahead of the request
	 * @param status the status, or {@code null} if it is for the application to answer
	 * @param headers the CORS headers and {@code Vary}, without what the application adds
	 * @param decidedBy the name of the policy or of the source that decides, or
	 * {@code null} if none is known to, or no preflight is needed
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch standard,
	 * CORS-preflight fetch</a>
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record PreflightDescriptor(boolean needed, @Nullable Integer status, Map<String, String> headers,
			@Nullable String decidedBy) {

		static PreflightDescriptor of(boolean needed, ResponseDescriptor response) {
			return new PreflightDescriptor(needed, response.status(), response.headers(),
					needed ? response.decidedBy() : null);
		}

	}

}
