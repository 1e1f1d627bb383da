package io.github.corsstarter.web;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.text.ClientText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs each rejection at debug level. What the client chose is escaped.
 */
public final class CorsRejectionLog {

	private static final Log logger = LogFactory.getLog(CorsRejectionLog.class);

	private CorsRejectionLog() {
	}

	/**
	 * Log the decision if it is a rejection.
	 * @param request the request
	 * @param decision the decision
	 */
	public static void log(CorsRequest request, CorsDecision decision) {
		if (decision.outcome() == CorsDecision.Outcome.REJECTED && logger.isDebugEnabled()) {
			logger.debug(message(request, decision));
		}
	}

	static String message(CorsRequest request, CorsDecision decision) {
		StringBuilder message = new StringBuilder("Rejected ").append(ClientText.printable(request.method()))
			.append(' ')
			.append(ClientText.printable(request.path()))
			.append(" from origin '")
			.append(ClientText.printable(String.valueOf(request.origin())))
			.append("': ")
			.append(decision.reason());
		if (decision.detail() != null) {
			message.append(" '").append(ClientText.printable(decision.detail())).append('\'');
		}
		CorsPolicy policy = decision.policy();
		return message.append((policy != null) ? " by policy '" + policy.name() + "'" : " outside of the application")
			.toString();
	}

}
