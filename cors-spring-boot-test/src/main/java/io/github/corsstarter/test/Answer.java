package io.github.corsstarter.test;

import java.util.Locale;

import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionExplanation;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;

/**
 * What policies say to a call.
 *
 * @param subject the policies
 * @param call the call
 * @param request the request that decides: its preflight, or the call itself
 * @param decision what was decided about the request
 */
record Answer(AccessSubject subject, Call call, CorsRequest request, CorsDecision decision) {

	private static final String NO_TENANT = "none";

	void checkAllowed() {
		String expected = page() + " to be allowed to call " + this.call;
		CorsPolicy policy = governing(expected);
		RejectionReason reason = this.decision.reason();
		if (dependsOnUnknownOrigins(policy)) {
			throw this.subject.originsUnknown(expected, policy);
		}
		if (reason != null) {
			RejectionExplanation explanation = explanation();
			throw this.subject.failed(expected + ", but it is not:\n  " + explanation.explanation(),
					decapitalized(explanation.remedy()) + "\nWhat is set: " + WrittenKey.ofReason(policy, reason));
		}
		if (this.call.lacksCredentials(policy)) {
			throw this.subject.failed(
					expected + ", but it is only without credentials: policy '" + policy.name()
							+ "' does not allow them",
					"set to true " + WrittenKey.of(policy.definition().allowCredentials()) + ".");
		}
	}

	void checkRefused() {
		String expected = page() + " not to be allowed to call " + this.call;
		CorsPolicy policy = governing(expected);
		RejectionReason reason = this.decision.reason();
		if (dependsOnUnknownOrigins(policy) && !this.call.isRefusedFromAnyOrigin(policy)) {
			throw this.subject.originsUnknown(expected, policy);
		}
		if (reason == null && !this.call.lacksCredentials(policy)) {
			throw this.subject.failed(expected + ", but policy '" + policy.name() + "' allows it",
					"take out or narrow " + WrittenKey.ofEntry(policy, this.call.origin()) + "\nWhat else is set: "
							+ WrittenKey.of(policy.definition().allowedMethods()));
		}
	}

	void checkReason(RejectionReason expectedReason) {
		String expected = page() + " not to be allowed to call " + this.call + " because of " + expectedReason;
		CorsPolicy policy = governing(expected);
		RejectionReason reason = this.decision.reason();
		if (reason == null) {
			throw this.subject.failed(expected + ", but nothing is missing but credentials",
					"leave out because, or look at " + WrittenKey.of(policy.definition().allowCredentials()) + ".");
		}
		if (dependsOnUnknownOrigins(policy)) {
			throw this.subject.originsUnknown(expected, policy);
		}
		if (reason != expectedReason) {
			RejectionExplanation explanation = explanation();
			throw this.subject.failed(
					expected + ", but it is not because of " + reason + ":\n  " + explanation.explanation(),
					decapitalized(explanation.remedy()) + "\nWhat is set: " + WrittenKey.ofReason(policy, reason));
		}
	}

	private CorsPolicy governing(String expected) {
		CorsPolicy policy = this.decision.decidedBy();
		if (policy == null) {
			throw this.subject.notGoverned(expected, this.call.path());
		}
		return policy;
	}

	/**
	 * The origins of a source are not known as long as it is not loaded, and those of a
	 * tenant not without the host that a real request is sent to.
	 */
	private boolean dependsOnUnknownOrigins(CorsPolicy policy) {
		AdditionalOrigins additional = policy.additionalOrigins();
		RejectionReason reason = this.decision.reason();
		return reason == RejectionReason.ORIGINS_NOT_LOADED
				|| (reason == RejectionReason.ORIGIN_NOT_ALLOWED && additional != null && this.decision.tenant() == null
						&& !additional.status().tenant().equals(NO_TENANT));
	}

	private RejectionExplanation explanation() {
		return RejectionExplanation.of(this.request, this.decision);
	}

	private String page() {
		return "a page of " + ClientText.printable(this.call.origin());
	}

	private static String decapitalized(String sentence) {
		return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
	}

}
