package io.github.corsstarter.comparison;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.PageRequest.Mode;
import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.comparison.path.PatternSet;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PathMapping;
import org.jspecify.annotations.Nullable;

/**
 * The enforced policies of a snapshot in force, so that a request can be put to them:
 * decided as a running application decides it, and read as a browser reads the answer.
 */
final class Governance implements PathMapping {

	private final Map<PathPattern, PolicyAccess> access = new TreeMap<>();

	private final PatternSet patterns;

	private final Map<PathPattern, Match> matches = new TreeMap<>();

	private final CorsPolicies policies;

	/**
	 * Put a snapshot in force.
	 * @param snapshot the snapshot
	 * @param work the work that may go into what is asked about origins
	 */
	Governance(CorsSnapshot snapshot, WorkLimits work) {
		// The limits are those of the application, and so for each snapshot by itself
		OriginEntryParser parser = new OriginEntryParser();
		for (SnapshotPolicy policy : snapshot.policies()) {
			if (!policy.reportOnly()) {
				PolicyAccess allowed = new PolicyAccess(policy, parser, work);
				CorsPolicy compiled = compile(policy, parser);
				for (String path : policy.paths()) {
					PathPattern pattern = PathPattern.parse(path);
					this.access.put(pattern, allowed);
					this.matches.put(pattern, new Match(compiled, path));
				}
			}
		}
		this.patterns = PatternSet.of(this.access.keySet(), snapshot.reservedPaths());
		this.policies = new CorsPolicies(this);
	}

	private static CorsPolicy compile(SnapshotPolicy policy, OriginEntryParser parser) {
		return CorsPolicy.compile(EffectivePolicy.of(CorsPolicyDefinition.builder(policy.name())
			.paths(policy.paths().toArray(String[]::new))
			.allowedOrigins(policy.origins().toArray(String[]::new))
			.allowedOriginPatterns(policy.originPatterns().toArray(String[]::new))
			.allowedOriginRegexes(policy.originRegexes().toArray(String[]::new))
			.allowedMethods(policy.methods().toArray(String[]::new))
			.allowedHeaders(policy.headers().toArray(String[]::new))
			.exposedHeaders(policy.exposedHeaders().toArray(String[]::new))
			.allowCredentials(policy.credentials())
			.maxAge(policy.maxAge())
			.preflightStatus(policy.preflightStatus())
			.build(), parser));
	}

	PatternSet patterns() {
		return this.patterns;
	}

	@Nullable PolicyAccess access(@Nullable PathPattern pattern) {
		return (pattern != null) ? this.access.get(pattern) : null;
	}

	/**
	 * Return a path as it stands in a request.
	 * @param path a decoded path
	 * @return the path with all but the most usual characters encoded
	 */
	static String encode(String path) {
		return URLEncoder.encode(path, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("%2F", "/")
			.replace("%7E", "~");
	}

	@Override
	public List<Match> matches() {
		return List.copyOf(this.matches.values());
	}

	@Override
	public @Nullable Match find(String path) {
		PathPattern pattern = governing(path);
		return (pattern != null) ? this.matches.get(pattern) : null;
	}

	private @Nullable PathPattern governing(String path) {
		return this.patterns.governing(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
	}

	boolean governs(PageRequest request) {
		return governing(request.path()) != null;
	}

	/**
	 * Return whether a page gets what a request is about.
	 * @param kind what the request is about
	 * @param request the request
	 * @return {@code false} also on a path that no policy governs
	 */
	boolean allows(Kind kind, PageRequest request) {
		PolicyAccess allowed = access(governing(request.path()));
		if (allowed == null) {
			return false;
		}
		boolean decided = kind != Kind.TIMING && request.mode() == Mode.CORS;
		String origin = request.origin();
		return (decided && origin != null) ? isReadable(request, origin) : allowed.allows(kind, request);
	}

	private boolean isReadable(PageRequest request, String origin) {
		CorsRequest.Builder preflight = CorsRequest.builder("OPTIONS", request.path()).requestMethod(request.method());
		if (!request.headers().isEmpty()) {
			preflight.requestHeaders(String.join(",", request.headers()));
		}
		CorsDecision asked = decide(preflight, origin);
		CorsDecision answered = decide(CorsRequest.builder(request.method(), request.path()), origin);
		return isShared(asked, request.credentials(), origin) && isShared(answered, request.credentials(), origin)
				&& request.exposedHeaders().stream().allMatch((header) -> isExposed(answered, header, request));
	}

	private CorsDecision decide(CorsRequest.Builder request, String origin) {
		return this.policies
			.decide(request.sentTo("https", null, 0).origin(origin).fetchSite("cross-site").fetchMode("cors").build());
	}

	private static boolean isShared(CorsDecision decision, boolean credentials, String origin) {
		String allowed = decision.header("Access-Control-Allow-Origin");
		if (decision.outcome() != CorsDecision.Outcome.ALLOWED) {
			return false;
		}
		boolean withCredentials = "true".equals(decision.header("Access-Control-Allow-Credentials"));
		return credentials ? withCredentials && origin.equals(allowed) : "*".equals(allowed) || origin.equals(allowed);
	}

	private static boolean isExposed(CorsDecision decision, String header, PageRequest request) {
		String exposed = decision.header("Access-Control-Expose-Headers");
		List<String> names = (exposed != null) ? Arrays.asList(exposed.split(", ")) : List.of();
		return names.contains(header) || (!request.credentials() && names.contains("*"));
	}

}
