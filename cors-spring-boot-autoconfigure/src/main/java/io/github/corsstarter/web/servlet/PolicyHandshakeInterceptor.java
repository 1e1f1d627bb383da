package io.github.corsstarter.web.servlet;

import java.util.Map;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;

/**
 * Lets WebSocket handshakes through that the policy of their path has let through, and
 * holds the others to Spring's default, which is the same origin. Browsers send cookies
 * with every handshake: an origin that a policy allows without credentials gets no more
 * than the default.
 */
final class PolicyHandshakeInterceptor extends OriginHandshakeInterceptor {

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler wsHandler,
			Map<String, Object> attributes) throws Exception {
		return (request instanceof ServletServerHttpRequest servletRequest
				&& isAllowed(servletRequest.getServletRequest()))
				|| super.beforeHandshake(request, response, wsHandler, attributes);
	}

	private static boolean isAllowed(HttpServletRequest request) {
		CorsDecision decision = CorsPolicyFilter.decision(request);
		if (decision == null) {
			return false;
		}
		CorsPolicy policy = decision.policy();
		return switch (decision.outcome()) {
			case SAME_ORIGIN -> true;
			case ALLOWED -> policy != null && policy.allowCredentials();
			case NOT_GOVERNED, NO_ORIGIN, NAVIGATION, LISTED_FORM, REJECTED -> false;
		};
	}

}
