package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The policies of an application and the decisions they make: the one decision function
 * behind filters, Spring's own configuration types and the endpoint. Immutable and safe
 * for use by several threads.
 */
public final class CorsPolicies {

	private final PathMapping paths;

	private final Rejections rejections;

	/**
	 * Creates the policies.
	 * @param paths which policy governs which path
	 */
	public CorsPolicies(PathMapping paths) {
		this(paths, (request, decision) -> decision);
	}

	private CorsPolicies(PathMapping paths, Rejections rejections) {
		this.paths = paths;
		this.rejections = rejections;
	}

	/**
	 * Returns the same policies for use in development: they reject the same requests,
	 * and tell the client why. The body of a refusal names the reason and the property to
	 * change. A preflight that fails on its method or headers is answered with what it
	 * could have asked for, since browsers look at no other answer that far.
	 * @return policies that explain each rejection
	 */
	public CorsPolicies explainingRejections() {
		return new CorsPolicies(this.paths, (request, decision) -> {
			CorsPolicy policy = decision.policy();
			return (policy != null) ? policy.explain(request, decision) : decision;
		});
	}

	/**
	 * Returns the policies that govern any path.
	 * @return the policies in match order, the most specific path first
	 */
	public List<CorsPolicy> policies() {
		return this.paths.policies();
	}

	/**
	 * Decides a request. The function is pure: the same request gets the same decision,
	 * whatever was decided before, and nothing a client sends makes it throw.
	 * @param request the request
	 * @return the decision
	 */
	public CorsDecision decide(CorsRequest request) {
		CorsDecision decision = decideByPath(request);
		return (decision.outcome() == CorsDecision.Outcome.REJECTED) ? this.rejections.answer(request, decision)
				: decision;
	}

	private CorsDecision decideByPath(CorsRequest request) {
		PathMapping.Match match = find(RequestPath.normalize(request.path()));
		PathMapping.Match rawMatch = RequestPath.climbs(request.path()) ? find(request.path()) : match;
		if (match == null && rawMatch == null) {
			return CorsDecision.NOT_GOVERNED;
		}
		RequestKind kind = RequestKind.of(request);
		if (match == null || rawMatch == null || match.policy() == rawMatch.policy()) {
			return decide(request, kind, (match != null) ? match : rawMatch);
		}
		CorsDecision rawDecision = decide(request, kind, rawMatch);
		return (rawDecision.outcome() == CorsDecision.Outcome.REJECTED) ? rawDecision : decide(request, kind, match);
	}

	private static CorsDecision decide(CorsRequest request, RequestKind kind, PathMapping.@Nullable Match match) {
		return (match != null) ? match.policy().decide(request, kind, match) : CorsDecision.NOT_GOVERNED;
	}

	private PathMapping.@Nullable Match find(String path) {
		return path.startsWith("/") ? this.paths.find(path) : null;
	}

	/**
	 * What a rejected request is told.
	 */
	@FunctionalInterface
	private interface Rejections {

		CorsDecision answer(CorsRequest request, CorsDecision decision);

	}

}
