package io.github.corsstarter.web.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Translates requests of the servlet stack. What a request without an origin has no use
 * for is not looked up.
 */
final class ServletCorsRequests {

	private static final String FETCH_SITE = "Sec-Fetch-Site";

	private static final String FETCH_MODE = "Sec-Fetch-Mode";

	private ServletCorsRequests() {
	}

	static CorsRequest of(HttpServletRequest request) {
		String method = request.getMethod();
		String path = path(request);
		String origin = joined(request, CorsHeaders.ORIGIN);
		if (origin == null) {
			return new CorsRequest(method, path, "", null, 0, null, null, List.of(), List.of(), null);
		}
		boolean options = "OPTIONS".equals(method);
		String requestMethod = options ? joined(request, CorsHeaders.REQUEST_METHOD) : null;
		List<String> requestHeaders = options ? lines(request, CorsHeaders.REQUEST_HEADERS) : List.of();
		return new CorsRequest(method, path, request.getScheme(), request.getServerName(), request.getServerPort(),
				origin, requestMethod, requestHeaders, lines(request, FETCH_SITE), joined(request, FETCH_MODE));
	}

	private static String path(HttpServletRequest request) {
		String uri = requestUri(request);
		String contextPath = request.getContextPath();
		return uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
	}

	/**
	 * Returns the URI that the client asked for, also when something ahead of the filter
	 * has dispatched the request to another one.
	 */
	private static String requestUri(HttpServletRequest request) {
		String attribute = switch (request.getDispatcherType()) {
			case ERROR -> RequestDispatcher.ERROR_REQUEST_URI;
			case FORWARD -> RequestDispatcher.FORWARD_REQUEST_URI;
			default -> null;
		};
		if (attribute != null && request.getAttribute(attribute) instanceof String uri) {
			return uri;
		}
		return request.getRequestURI();
	}

	private static @Nullable String joined(HttpServletRequest request, String name) {
		String first = request.getHeader(name);
		if (first == null) {
			return null;
		}
		Enumeration<String> lines = request.getHeaders(name);
		lines.nextElement();
		return lines.hasMoreElements() ? String.join(", ", Collections.list(request.getHeaders(name))) : first;
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		String first = request.getHeader(name);
		if (first == null) {
			return List.of();
		}
		Enumeration<String> lines = request.getHeaders(name);
		lines.nextElement();
		return lines.hasMoreElements() ? Collections.list(request.getHeaders(name)) : List.of(first);
	}

}
