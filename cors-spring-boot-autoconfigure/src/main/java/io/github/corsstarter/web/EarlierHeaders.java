package io.github.corsstarter.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.text.ClientText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells of CORS headers that somebody has put on a response of a governed path before the
 * policies see the request: a filter of which nothing else is known. Each header once for
 * each pattern of a policy.
 */
public final class EarlierHeaders {

	private static final Log logger = LogFactory.getLog(EarlierHeaders.class);

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	/**
	 * Looks at a response that nobody but earlier filters has seen.
	 * @param path the path of the request
	 * @param decision the decision about the request
	 * @param present tells whether a header is there
	 */
	public void lookFor(String path, CorsDecision decision, Predicate<String> present) {
		for (String name : CorsHeaders.RESPONSE_HEADERS) {
			if (present.test(name) && this.told.add(name + " " + decision.matchedPath())) {
				logger.warn(("%s is on the response of %s before the policies see the request: another filter sets it. "
						+ "Policy '%s' governs the path (%s) and decides over it. Remove the filter, or take the path "
						+ "out of the policy.")
					.formatted(name, ClientText.printable(path), policy(decision), decision.matchedPath()));
			}
		}
	}

	private static String policy(CorsDecision decision) {
		return (decision.policy() != null) ? decision.policy().name() : "";
	}

}
