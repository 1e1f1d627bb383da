package io.github.corsstarter.conformance.spring;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PathMapping;
import org.jspecify.annotations.Nullable;

/**
 * Asks the decision function.
 */
final class DecisionFunction {

	private final CorsPolicies policies;

	DecisionFunction(Policy policy) {
		this.policies = new CorsPolicies(new EveryPath(compile(policy)));
	}

	private static CorsPolicy compile(Policy policy) {
		return CorsPolicy.compile(EffectivePolicy.of(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
			.allowedOrigins(policy.origins().toArray(String[]::new))
			.allowedOriginPatterns(policy.patterns().toArray(String[]::new))
			.allowedMethods(policy.methods().toArray(String[]::new))
			.allowedHeaders(policy.headers().toArray(String[]::new))
			.exposedHeaders(policy.exposed().toArray(String[]::new))
			.allowCredentials(policy.credentials())
			.maxAge(Duration.ofSeconds(Policy.MAX_AGE_SECONDS))
			.build()));
	}

	Reply ask(Request request) {
		CorsDecision decision = this.policies.decide(corsRequest(request));
		Reply reply = new Reply(!decision.isFinal(), decision.isFinal() ? decision.status() : 200, new TreeMap<>());
		for (var header : decision.headers().entrySet()) {
			reply = reply.add(header.getKey(), header.getValue());
		}
		return reply.with(Reply.VARY, decision.vary());
	}

	private static CorsRequest corsRequest(Request request) {
		return CorsRequest.builder(request.method(), "/")
			.sentTo(request.scheme(), request.host(), request.port())
			.origin(joined(request.origin()))
			.requestMethod(joined(request.requestedMethod()))
			.requestHeaders(request.requestedHeaders().toArray(String[]::new))
			.fetchSite(request.fetchSite().toArray(String[]::new))
			.fetchMode(joined(request.fetchMode()))
			.build();
	}

	private static @Nullable String joined(List<String> lines) {
		return lines.isEmpty() ? null : String.join(", ", lines);
	}

	private record EveryPath(CorsPolicy policy) implements PathMapping {

		@Override
		public List<Match> matches() {
			return List.of(new Match(this.policy, "/**"));
		}

		@Override
		public Match find(String path) {
			return new Match(this.policy, "/**");
		}

	}

}
