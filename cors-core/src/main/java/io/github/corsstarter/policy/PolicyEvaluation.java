package io.github.corsstarter.policy;

import io.github.corsstarter.origin.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a policy makes of a request to a path that it governs.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard, CORS
 * protocol</a>
 */
final class PolicyEvaluation {

	private static final String ANY = "*";

	private static final String NULL_ORIGIN = "null";

	private PolicyEvaluation() {
	}

	static CorsDecision decide(CorsRequest request, RequestKind kind, PathMapping.Match match) {
		return switch (kind) {
			case NO_ORIGIN -> withoutOrigin(match);
			case SAME_ORIGIN ->
				CorsDecision.passed(CorsDecision.Outcome.SAME_ORIGIN, match, sameOrigin(request, match.policy()));
			case NAVIGATION -> decideNavigation(request, match);
			case PREFLIGHT -> decidePreflight(request, match);
			case ACTUAL -> decideActual(request, match);
		};
	}

	/**
	 * Return the decision about all requests without an origin.
	 */
	static CorsDecision withoutOrigin(PathMapping.Match match) {
		return CorsDecision.passed(CorsDecision.Outcome.NO_ORIGIN, match, openOrigin(match.policy()));
	}

	private static @Nullable String openOrigin(CorsPolicy policy) {
		return policy.isOpen() ? ANY : null;
	}

	private static @Nullable String sameOrigin(CorsRequest request, CorsPolicy policy) {
		String origin = request.origin();
		if (policy.isOpen() || origin == null || NULL_ORIGIN.equals(origin) || !Origin.isWellFormed(origin)) {
			return openOrigin(policy);
		}
		return origin;
	}

	private static CorsDecision decideNavigation(CorsRequest request, PathMapping.Match match) {
		CorsPolicy policy = match.policy();
		if (policy.crossSiteForms() == CrossSiteForms.ALLOW || isSafe(request.method())) {
			return CorsDecision.passed(CorsDecision.Outcome.NAVIGATION, match, openOrigin(policy));
		}
		RejectionReason reason = policy.checkOrigin(originOf(request), match.tenant());
		return (reason != null) ? CorsDecision.rejected(false, match, reason, null)
				: CorsDecision.passed(CorsDecision.Outcome.LISTED_FORM, match, openOrigin(policy));
	}

	private static boolean isSafe(String method) {
		return "GET".equals(method) || "HEAD".equals(method);
	}

	private static CorsDecision decideActual(CorsRequest request, PathMapping.Match match) {
		CorsPolicy policy = match.policy();
		String origin = originOf(request);
		RejectionReason reason = policy.checkOrigin(origin, match.tenant());
		if (reason != null) {
			return CorsDecision.rejected(false, match, reason, null);
		}
		if (!policy.allowsMethod(request.method())) {
			return CorsDecision.rejected(false, match, RejectionReason.METHOD_NOT_ALLOWED, request.method());
		}
		return CorsDecision.passed(CorsDecision.Outcome.ALLOWED, match, policy.isOpen() ? ANY : origin);
	}

	private static CorsDecision decidePreflight(CorsRequest request, PathMapping.Match match) {
		CorsPolicy policy = match.policy();
		String origin = originOf(request);
		RejectionReason reason = policy.checkOrigin(origin, match.tenant());
		if (reason != null) {
			return CorsDecision.rejected(true, match, reason, null);
		}
		String method = request.requestMethod();
		if (method == null || !policy.allowsMethod(method)) {
			return CorsDecision.rejected(true, match, RejectionReason.METHOD_NOT_ALLOWED, method);
		}
		HeaderAllowlist.Verdict verdict = policy.headers().check(request.requestHeaders());
		if (verdict.refused() != null) {
			return CorsDecision.rejected(true, match, RejectionReason.HEADER_NOT_ALLOWED, verdict.refused());
		}
		return CorsDecision.allowedPreflight(match, policy.isOpen() ? ANY : origin, policy.methods().answer(method),
				verdict.answer());
	}

	/**
	 * Return the decision about a rejected preflight as a development server tells it.
	 * @param request the preflight, whose origin the policy allows
	 * @param decision the rejection
	 * @param policy the policy that rejected it
	 * @return the rejection, answered with what could have been asked for
	 */
	static CorsDecision tellPreflight(CorsRequest request, CorsDecision decision, CorsPolicy policy) {
		return decision.toldAsAllowed(policy.isOpen() ? ANY : originOf(request),
				policy.methods().allowedOf(request.requestMethod()),
				policy.headers().allowedOf(request.requestHeaders()));
	}

	private static String originOf(CorsRequest request) {
		String origin = request.origin();
		if (origin == null) {
			throw new IllegalArgumentException("Not a CORS request");
		}
		return origin;
	}

}
