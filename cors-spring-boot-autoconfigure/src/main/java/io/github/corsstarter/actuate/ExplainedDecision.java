package io.github.corsstarter.actuate;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionExplanation;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words.
 *
 * @param policy the name of the policy
 * @param matchedPath the path pattern by which it was found
 * @param outcome what becomes of the request
 * @param reason the reason of a rejection
 * @param explanation why
 * @param remedy what to change
 * @param matchedBy the key of the entry that accepts the origin
 */
record ExplainedDecision(@Nullable String policy, @Nullable String matchedPath, String outcome, @Nullable String reason,
		String explanation, @Nullable String remedy, @Nullable String matchedBy) {

	private static final String NOT_GOVERNED = "not-governed";

	static final ExplainedDecision DISABLED = new ExplainedDecision(null, null, NOT_GOVERNED, null,
			"CORS policies are disabled: no path is governed, and no header is set.", "Set cors.enabled to true.",
			null);

	/**
	 * Explains a decision.
	 * @param request the request
	 * @param decision what the policies decide
	 * @param filter the answer of a filter that has a say besides, or {@code null}
	 * @param otherwise answers for paths that no policy governs
	 */
	static ExplainedDecision of(CorsRequest request, CorsDecision decision, @Nullable FilterAnswer filter,
			OtherAnswer otherwise) {
		CorsPolicy policy = decision.policy();
		if (policy == null) {
			return notGoverned(request, (filter != null) ? filter.explanation() : otherwise.to(request.path()));
		}
		if (filter != null && filter.isFinal()) {
			return new ExplainedDecision(policy.name(), decision.matchedPath(),
					filter.isRejection() ? "rejected" : "allowed", null, filter.explanation(), filter.remedy(), null);
		}
		ExplainedDecision explained = ofPolicy(request, decision, policy);
		return (filter != null && filter.answer() == null) ? explained.behind(filter) : explained;
	}

	private static ExplainedDecision ofPolicy(CorsRequest request, CorsDecision decision, CorsPolicy policy) {
		return switch (decision.outcome()) {
			case REJECTED ->
				rejected(request, decision, policy, Objects.requireNonNullElse(decision.decidedBy(), policy));
			case SAME_ORIGIN -> sameOrigin(request, decision, policy);
			case NAVIGATION -> navigation(decision, policy);
			default -> allowed(request, decision, policy);
		};
	}

	/**
	 * What the policies decide may not come to it.
	 */
	private ExplainedDecision behind(FilterAnswer filter) {
		String remedies = Stream.of(filter.remedy(), this.remedy)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return new ExplainedDecision(this.policy, this.matchedPath, this.outcome, this.reason,
				filter.explanation() + " If it passes the request on: " + this.explanation, remedies, this.matchedBy);
	}

	private static ExplainedDecision notGoverned(CorsRequest request, String otherwise) {
		return new ExplainedDecision(null, null, NOT_GOVERNED, null,
				"No policy governs " + ClientText.printable(request.path())
						+ ": the answer is the application's own, and no policy adds a header. " + otherwise,
				"Add a pattern that matches the path to cors.paths or to the paths of a policy under cors.policies.",
				null);
	}

	private static ExplainedDecision rejected(CorsRequest request, CorsDecision decision, CorsPolicy policy,
			CorsPolicy decidedBy) {
		RejectionExplanation explanation = RejectionExplanation.of(request, decision);
		return new ExplainedDecision(policy.name(), decision.matchedPath(), "rejected",
				String.valueOf(decision.reason()), explanation.explanation(), explanation.remedy(),
				matchedBy(request, decision, decidedBy));
	}

	private static ExplainedDecision sameOrigin(CorsRequest request, CorsDecision decision, CorsPolicy policy) {
		return new ExplainedDecision(policy.name(), decision.matchedPath(), "same-origin", null,
				origin(request) + " is the application's own origin, to which no policy applies.", null, null);
	}

	private static ExplainedDecision navigation(CorsDecision decision, CorsPolicy policy) {
		return new ExplainedDecision(policy.name(), decision.matchedPath(), "allowed", null,
				"A navigation is not a CORS request, and policy '" + policy.name()
						+ "' lets it through from any origin.",
				null, null);
	}

	private static ExplainedDecision allowed(CorsRequest request, CorsDecision decision, CorsPolicy policy) {
		String matchedBy = matchedBy(request, decision, policy);
		String tenant = isOfSource(matchedBy, policy) ? ofTenant(decision) : "";
		String rest = (decision.outcome() == CorsDecision.Outcome.LISTED_FORM) ? "."
				: ", and the method and the request headers are allowed.";
		return new ExplainedDecision(
				policy.name(), decision.matchedPath(), "allowed", null, "Policy '" + policy.name()
						+ "' allows the request: " + matchedBy + " accepts " + origin(request) + tenant + rest,
				null, matchedBy);
	}

	private static String ofTenant(CorsDecision decision) {
		return (decision.tenant() != null) ? " for tenant '" + ClientText.printable(decision.tenant()) + "'" : "";
	}

	private static String origin(CorsRequest request) {
		return ClientText.printable(String.valueOf(request.origin()));
	}

	private static @Nullable String matchedBy(CorsRequest request, CorsDecision decision, CorsPolicy policy) {
		String origin = String.valueOf(request.origin());
		ConfiguredValue<String> entry = policy.matchedBy(origin);
		if (entry == null && policy.allowsAdditional(origin, decision.tenant())) {
			entry = policy.definition().originSource();
		}
		return (entry != null) ? entry.property() : null;
	}

	private static boolean isOfSource(@Nullable String matchedBy, CorsPolicy policy) {
		ConfiguredValue<String> source = policy.definition().originSource();
		return source != null && source.property().equals(matchedBy);
	}

}
