package io.github.corsstarter.policy;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is rejected, and what to change, for people. What the client chose is
 * escaped.
 *
 * @param explanation a sentence or two that say why
 * @param remedy one sentence that says what to change
 */
public record RejectionExplanation(String explanation, String remedy) {

	private static final RejectionExplanation OUTSIDE = new RejectionExplanation(
			"The path of the request does not begin with the context path, so that no policy can be chosen for it.",
			"Let the client, or the proxy in front of the application, send a path that begins with the context path.");

	/**
	 * Explains a rejection.
	 * @param request the rejected request
	 * @param decision the decision about it
	 * @return the explanation
	 * @throws IllegalArgumentException if the decision is no rejection
	 */
	public static RejectionExplanation of(CorsRequest request, CorsDecision decision) {
		RejectionReason reason = decision.reason();
		CorsPolicy policy = decision.decidedBy();
		if (reason == null) {
			throw new IllegalArgumentException("Not a rejection");
		}
		if (policy == null) {
			return OUTSIDE;
		}
		RejectionExplanation explanation = of(request, decision, reason, policy);
		if (!request.isPreflight() && "navigate".equals(request.fetchMode())) {
			explanation = explanation.ofForm(policy.definition().crossSiteForms().key());
		}
		return (policy == decision.policy()) ? explanation : explanation.ofAnotherReading(policy);
	}

	private RejectionExplanation ofAnotherReading(CorsPolicy policy) {
		return new RejectionExplanation(
				"The path can also be read as one that policy '" + policy.name() + "' governs. " + this.explanation,
				this.remedy);
	}

	private RejectionExplanation ofForm(String key) {
		return new RejectionExplanation(
				this.explanation + " " + key + " lets forms of allowed origins through, and no others.", this.remedy);
	}

	private static RejectionExplanation of(CorsRequest request, CorsDecision decision, RejectionReason reason,
			CorsPolicy policy) {
		String origin = ClientText.printable(String.valueOf(request.origin()));
		String origins = policy.definition().allowedOrigins().key();
		return switch (reason) {
			case ORIGIN_NOT_ALLOWED ->
				ofOrigin(origin, origins, decision.tenant(), OriginHint.of(request, policy), policy);
			case NULL_ORIGIN_NOT_ALLOWED -> new RejectionExplanation(
					"Policy '" + policy.name()
							+ "' does not allow null, the origin of sandboxed frames and local pages, of "
							+ "requests that were redirected from one other origin to another, and of forms sent with "
							+ "Referrer-Policy: no-referrer.",
					"Call the final address without a redirect, or send the page with another Referrer-Policy. Add "
							+ "null to " + origins
							+ " only if sandboxed or local pages are meant: production refuses it.");
			case MALFORMED_ORIGIN ->
				new RejectionExplanation("'" + origin + "' is not an origin as browsers send it, scheme://host[:port].",
						"Nothing in the configuration allows it: let the client send " + wellFormed(origin) + ".");
			case ORIGINS_NOT_LOADED -> new RejectionExplanation(
					"Policy '" + policy.name() + "' does not list " + origin + ", and the further origins of "
							+ policy.definition().originSourceName() + ", where it may be, are not known: they were "
							+ "never loaded, or have become too old.",
					"Look in the log, or at originSource in the endpoint, for why they cannot be loaded; or add "
							+ origin + " to " + origins + ".");
			case METHOD_NOT_ALLOWED -> ofMethod(String.valueOf(decision.detail()), policy);
			case HEADER_NOT_ALLOWED -> ofHeader(String.valueOf(decision.detail()), policy);
		};
	}

	private static RejectionExplanation ofOrigin(String origin, String origins, @Nullable String tenant,
			OriginHint hint, CorsPolicy policy) {
		String source = policy.definition().originSourceName();
		String from = (source != null) ? ", nor among those of " + from(source, tenant) : "";
		String to = (source != null) ? " to those of " + from(source, tenant) + ", or" : "";
		return new RejectionExplanation(
				origin + " is not among the origins that policy '" + policy.name() + "' allows" + from + "."
						+ hint.cause(),
				(hint.remedy() != null) ? hint.remedy() : "Add " + origin + to + " to " + origins + ".");
	}

	private static String from(String source, @Nullable String tenant) {
		return ((tenant != null) ? "tenant '" + ClientText.printable(tenant) + "' in " : "") + "origin source '"
				+ source + "'";
	}

	private static String wellFormed(String origin) {
		try {
			return ExactOrigin.parse(origin).toString();
		}
		catch (OriginSyntaxException ex) {
			return "a single Origin header of that form";
		}
	}

	private static RejectionExplanation ofMethod(String method, CorsPolicy policy) {
		String shown = ClientText.printable(method);
		String explanation = shown + " is not among the methods that policy '" + policy.name() + "' allows.";
		if (!HttpToken.isToken(method) || FetchMethod.isForbidden(method)) {
			return new RejectionExplanation(explanation, "No policy can allow it: browsers send no such method.");
		}
		String normalized = FetchMethod.normalize(method);
		if (!normalized.equals(method)) {
			return new RejectionExplanation(explanation, "Let the client send " + normalized + ".");
		}
		return new RejectionExplanation(explanation, addMethod(method, policy.definition()));
	}

	/**
	 * Says where to add the method. A list that was left to its default has to repeat the
	 * default once it is set.
	 */
	private static String addMethod(String method, EffectivePolicy definition) {
		ConfiguredList methods = definition.allowedMethods();
		if (definition.inherited().contains("allowedMethods") && methods.location() == null) {
			return "Set " + methods.key() + " to " + String.join(", ", methods.texts()) + ", " + method + ".";
		}
		return "Add " + method + " to " + methods.key() + ".";
	}

	private static RejectionExplanation ofHeader(String header, CorsPolicy policy) {
		String shown = ClientText.printable(header);
		String explanation = shown + " is not among the request headers that policy '" + policy.name() + "' allows.";
		if (!HttpToken.isToken(header) || "*".equals(header)) {
			return new RejectionExplanation(explanation, "No policy can allow it: let the client ask for less.");
		}
		return new RejectionExplanation(explanation,
				"Add " + shown + " to " + policy.definition().allowedHeaders().key() + ".");
	}

	/**
	 * Return a rejection as a development server tells it: with the explanation in its
	 * body, or, where browsers look further, with what the preflight could have asked
	 * for.
	 */
	static CorsDecision tell(CorsRequest request, CorsDecision decision) {
		CorsPolicy policy = decision.decidedBy();
		boolean originAllowed = decision.reason() == RejectionReason.METHOD_NOT_ALLOWED
				|| decision.reason() == RejectionReason.HEADER_NOT_ALLOWED;
		if (policy != null && decision.preflight() && originAllowed) {
			return PolicyEvaluation.tellPreflight(request, decision, policy);
		}
		RejectionExplanation explanation = of(request, decision);
		return decision.told(decision.body() + "\n" + decision.reason() + ": " + explanation.explanation + "\n"
				+ explanation.remedy + "\n");
	}

}
