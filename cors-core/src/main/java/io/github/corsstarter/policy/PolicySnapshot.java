package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The policies that are in force at one time. Immutable, so that no decision mixes them
 * with those that take their place.
 */
public final class PolicySnapshot {

	private final PathMapping paths;

	private final boolean explainsRejections;

	private final List<CorsPolicy> policies;

	private final Map<PathMapping.Match, CorsDecision> withoutOrigin;

	/**
	 * Create a snapshot.
	 * @param paths which policy governs which path
	 */
	public PolicySnapshot(PathMapping paths) {
		this(paths, false);
	}

	private PolicySnapshot(PathMapping paths, boolean explainsRejections) {
		this.paths = paths;
		this.explainsRejections = explainsRejections;
		List<CorsPolicy> policies = new ArrayList<>();
		this.withoutOrigin = new IdentityHashMap<>();
		for (PathMapping.Match match : paths.matches()) {
			this.withoutOrigin.put(match, CorsCheck.withoutOrigin(match));
			if (!policies.contains(match.policy())) {
				policies.add(match.policy());
			}
		}
		this.policies = List.copyOf(policies);
	}

	/**
	 * Return the same policies for use in development, as
	 * {@link CorsPolicies#explainingRejections()} says.
	 * @return a snapshot that explains each rejection
	 */
	public PolicySnapshot explainingRejections() {
		return new PolicySnapshot(this.paths, true);
	}

	/**
	 * Return the policies that govern any path.
	 * @return the policies in match order, the most specific path first
	 */
	public List<CorsPolicy> policies() {
		return this.policies;
	}

	/**
	 * Decide a request, as {@link CorsPolicies#decide(CorsRequest)} says.
	 * @param request the request
	 * @return the decision
	 */
	public CorsDecision decide(CorsRequest request) {
		CorsDecision decision = decideByPath(request);
		boolean explained = this.explainsRejections && decision.outcome() == CorsDecision.Outcome.REJECTED;
		return explained ? RejectionExplanation.tell(request, decision) : decision;
	}

	/**
	 * Return the decision of the policies of all readings of the path: the first that
	 * rejects the request has the say, else the policy of the path as it is matched.
	 */
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

	private CorsDecision decide(CorsRequest request, RequestKind kind, PathMapping.@Nullable Match match) {
		if (match == null) {
			return CorsDecision.NOT_GOVERNED;
		}
		CorsDecision known = (kind == RequestKind.NO_ORIGIN) ? this.withoutOrigin.get(match) : null;
		return (known != null) ? known : CorsCheck.decide(request, kind, match);
	}

	private PathMapping.@Nullable Match find(String path) {
		return path.startsWith("/") ? this.paths.find(path) : null;
	}

}
