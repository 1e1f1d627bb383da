package io.github.corsstarter.web.servlet;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Has the policies decide about WebSocket handshakes at the endpoints whose allowed
 * origins nobody has set. Where somebody has, both have to agree.
 */
public class WebSocketHandshakes implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractUrlHandlerMapping mapping) {
			for (Object handler : mapping.getHandlerMap().values()) {
				if (handler instanceof WebSocketHttpRequestHandler endpoint) {
					obeyPolicies(endpoint);
				}
			}
		}
		return bean;
	}

	private static void obeyPolicies(WebSocketHttpRequestHandler endpoint) {
		List<HandshakeInterceptor> interceptors = new ArrayList<>(endpoint.getHandshakeInterceptors());
		interceptors
			.replaceAll((interceptor) -> isDefault(interceptor) ? new PolicyHandshakeInterceptor() : interceptor);
		endpoint.setHandshakeInterceptors(interceptors);
	}

	private static boolean isDefault(HandshakeInterceptor interceptor) {
		return interceptor.getClass() == OriginHandshakeInterceptor.class
				&& interceptor instanceof OriginHandshakeInterceptor origins && origins.getAllowedOrigins().isEmpty()
				&& origins.getAllowedOriginPatterns().isEmpty();
	}

}
