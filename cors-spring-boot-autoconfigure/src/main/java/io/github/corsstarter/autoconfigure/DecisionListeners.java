package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.web.FailsafeListener;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The listeners of the application as one.
 */
final class DecisionListeners {

	private DecisionListeners() {
	}

	/**
	 * Composes all listeners, none of which keeps the others from being told.
	 * @param listeners the listeners, told in their order
	 * @return one listener
	 */
	static CorsDecisionListener compose(ObjectProvider<CorsDecisionListener> listeners) {
		List<CorsDecisionListener> ordered = listeners.orderedStream().toList();
		if (ordered.size() == 1) {
			return ordered.get(0);
		}
		List<FailsafeListener<CorsRequest>> each = new ArrayList<>(ordered.size());
		for (CorsDecisionListener listener : ordered) {
			each.add(new FailsafeListener<>(listener::onDecision));
		}
		return (request, decision) -> each.forEach((listener) -> listener.accept(request, decision));
	}

	/**
	 * Does nothing, where requests are not observed.
	 * @param request the request
	 * @param decision the decision
	 */
	static void unobserved(Object request, CorsDecision decision) {
	}

}
