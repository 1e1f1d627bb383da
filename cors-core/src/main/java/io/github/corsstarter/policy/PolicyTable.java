package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The policies that are in force at one time, and those that are report-only. Immutable,
 * so that no decision mixes them with those that take their place.
 */
public final class PolicyTable {

	private final PathMapping paths;

	private final boolean explainsRejections;

	private final List<CorsPolicy> policies;

	private final Map<PathMapping.Match, CorsDecision> withoutOrigin;

	private final @Nullable PolicyTable reportOnly;

	private final List<CorsPolicy> all;

	/**
	 * Create a table.
	 * @param paths which policy governs which path
	 */
	public PolicyTable(PathMapping paths) {
		this(paths, false);
	}

	private PolicyTable(PathMapping paths, boolean explainsRejections) {
		this.paths = paths;
		this.explainsRejections = explainsRejections;
		List<CorsPolicy> policies = new ArrayList<>();
		this.withoutOrigin = new IdentityHashMap<>();
		for (PathMapping.Match match : paths.matches()) {
			this.withoutOrigin.put(match, PolicyEvaluation.withoutOrigin(match));
			if (!policies.contains(match.policy())) {
				policies.add(match.policy());
			}
		}
		this.policies = List.copyOf(policies);
		PathMapping reporting = paths.reportOnly();
		this.reportOnly = (reporting != null) ? new PolicyTable(reporting) : null;
		if (this.reportOnly != null) {
			policies.addAll(this.reportOnly.policies);
		}
		this.all = List.copyOf(policies);
	}

	/**
	 * Return the same policies for use in development, as
	 * {@link CorsPolicies#explainingRejections()} says.
	 * @return a table that explains each rejection
	 */
	public PolicyTable explainingRejections() {
		return new PolicyTable(this.paths, true);
	}

	/**
	 * Return the same policies for a server that has only some of their paths.
	 * @param paths tells whether the server has a path
	 * @return a table in which no other path is governed
	 */
	public PolicyTable limitedTo(Predicate<String> paths) {
		return new PolicyTable(new LimitedMapping(this.paths, paths), this.explainsRejections);
	}

	/**
	 * Return whether clients are told why they are rejected.
	 * @return {@code true} if the table is for use in development
	 */
	public boolean explainsRejections() {
		return this.explainsRejections;
	}

	/**
	 * Return the same policies without regard to the case of paths, as
	 * {@link PathMapping#ignoringCase()} says.
	 * @return a table for which two paths that differ in case alone are the same
	 */
	public PolicyTable ignoringCase() {
		return new PolicyTable(this.paths.ignoringCase(), this.explainsRejections);
	}

	/**
	 * Return the policies that govern any path.
	 * @return the policies in match order, the most specific path first
	 */
	public List<CorsPolicy> policies() {
		return this.policies;
	}

	/**
	 * Return the report-only policies: what they would decide if they were in force.
	 * @return another table, or {@code null} if there are none
	 */
	public @Nullable PolicyTable reportOnly() {
		return this.reportOnly;
	}

	/**
	 * Return the policies that are enforced, and after them those that are report-only.
	 * @return all policies, each group in match order
	 */
	public List<CorsPolicy> all() {
		return this.all;
	}

	/**
	 * Return whether the case of a path means anything.
	 * @return {@code false} if {@link #ignoringCase()} made a difference
	 */
	public boolean isCaseSensitive() {
		return this.paths.isCaseSensitive();
	}

	/**
	 * Return the paths that are governed only by patterns which begin with them, as
	 * {@link PathMapping#reservedPaths()} says.
	 * @return literal paths
	 */
	public List<String> reservedPaths() {
		return this.paths.reservedPaths();
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

	private CorsDecision decideByPath(CorsRequest request) {
		String path = request.path();
		if (request.outside()) {
			return decideOutside(request);
		}
		if (RequestPath.isAmbiguous(path)) {
			return decideByReadings(request, RequestPath.readings(path));
		}
		String normalized = RequestPath.normalize(path);
		PathMapping.Match match = find(normalized);
		return (match != null) ? decide(request, RequestKind.of(request), normalized, match)
				: CorsDecision.NOT_GOVERNED;
	}

	/**
	 * Decide a request whose path can be read in several ways: the policy of each has to
	 * allow it, and that of the last one is named. Where there is none, the others allow
	 * nobody to read what no policy governs.
	 */
	private CorsDecision decideByReadings(CorsRequest request, List<String> readings) {
		CorsDecision decision = CorsDecision.NOT_GOVERNED;
		for (String path : readings) {
			PathMapping.Match match = find(path);
			decision = (match != null) ? decide(request, RequestKind.of(request), path, match)
					: CorsDecision.NOT_GOVERNED;
			if (decision.outcome() == CorsDecision.Outcome.REJECTED) {
				PathMapping.Match governing = find(readings.get(readings.size() - 1));
				return (governing != null) ? decision.under(governing) : decision;
			}
		}
		return decision;
	}

	/**
	 * Decide a request that has no path within the application: no policy is known that
	 * could allow it.
	 */
	private CorsDecision decideOutside(CorsRequest request) {
		RequestKind kind = this.policies.isEmpty() ? RequestKind.NO_ORIGIN : RequestKind.of(request);
		return switch (kind) {
			case NO_ORIGIN, SAME_ORIGIN, NAVIGATION -> CorsDecision.NOT_GOVERNED;
			case PREFLIGHT, ACTUAL ->
				CorsDecision.rejected(kind == RequestKind.PREFLIGHT, null, RejectionReason.ORIGIN_NOT_ALLOWED, null);
		};
	}

	private CorsDecision decide(CorsRequest request, RequestKind kind, String path, PathMapping.Match match) {
		CorsDecision known = (kind == RequestKind.NO_ORIGIN) ? this.withoutOrigin.get(match) : null;
		return (known != null) ? known : PolicyEvaluation.decide(request, kind, ofTenant(request, kind, path, match));
	}

	/**
	 * Find the tenant of a request whose origin is to be checked.
	 */
	private PathMapping.Match ofTenant(CorsRequest request, RequestKind kind, String path, PathMapping.Match match) {
		AdditionalOrigins additional = match.policy().additionalOrigins();
		return switch (kind) {
			case NO_ORIGIN, SAME_ORIGIN -> match;
			case PREFLIGHT, ACTUAL, NAVIGATION ->
				(additional != null) ? match.of(additional.tenantOf(request, path, this.paths, match)) : match;
		};
	}

	private PathMapping.@Nullable Match find(String path) {
		return path.startsWith("/") ? this.paths.find(path) : null;
	}

	/**
	 * A mapping of which some paths are left.
	 *
	 * @param all the mapping
	 * @param paths tells whether a path is left
	 */
	private record LimitedMapping(PathMapping all, Predicate<String> paths) implements PathMapping {

		@Override
		public List<Match> matches() {
			return this.all.matches();
		}

		@Override
		public @Nullable Match find(String path) {
			return this.paths.test(path) ? this.all.find(path) : null;
		}

		@Override
		public @Nullable String variable(Match match, String path, String name) {
			return this.all.variable(match, path, name);
		}

		@Override
		public @Nullable PathMapping reportOnly() {
			PathMapping reporting = this.all.reportOnly();
			return (reporting != null) ? new LimitedMapping(reporting, this.paths) : null;
		}

		@Override
		public List<String> reservedPaths() {
			return this.all.reservedPaths();
		}

		@Override
		public boolean isCaseSensitive() {
			return this.all.isCaseSensitive();
		}

		@Override
		public PathMapping ignoringCase() {
			return new LimitedMapping(this.all.ignoringCase(), this.paths);
		}

	}

}
