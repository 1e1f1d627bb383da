package io.github.corsstarter.web.servlet;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RequestPath;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Translates requests of the servlet stack. What a request without an origin has no use
 * for is not looked up.
 */
final class ServletCorsRequests {

	/** A constant of the API from Servlet 6.1 on. */
	private static final String ERROR_METHOD = "jakarta.servlet.error.method";

	private static final String LEAVING = "/..";

	private static final List<String> CROSS_SITE = List.of("cross-site");

	private static final List<String> SAME_SITE = List.of("same-site");

	private ServletCorsRequests() {
	}

	static CorsRequest of(HttpServletRequest request) {
		String method = method(request);
		String path = path(request);
		if (request.getHeader(CorsHeaders.ORIGIN) == null) {
			return CorsRequest.withoutOrigin(method, path);
		}
		boolean options = "OPTIONS".equals(method);
		return new CorsRequest(method, path, request.getScheme(), request.getServerName(), request.getServerPort(),
				joined(request, CorsHeaders.ORIGIN), options ? joined(request, CorsHeaders.REQUEST_METHOD) : null,
				options ? lines(request, CorsHeaders.REQUEST_HEADERS) : List.of(), fetchSite(request),
				fetchMode(request));
	}

	/**
	 * Returns the method that the client sent. From Servlet 6.1 on a request for an error
	 * page says {@code GET}, whatever went wrong.
	 */
	private static String method(HttpServletRequest request) {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		return (error && request.getAttribute(ERROR_METHOD) instanceof String method) ? method : request.getMethod();
	}

	/**
	 * Returns the lines of the header. More lines would change nothing if the first says
	 * that the request comes from another origin.
	 */
	private static List<String> fetchSite(HttpServletRequest request) {
		String first = request.getHeader(CorsHeaders.FETCH_SITE);
		if (first == null) {
			return List.of();
		}
		return switch (first) {
			case "cross-site" -> CROSS_SITE;
			case "same-site" -> SAME_SITE;
			default -> lines(request, CorsHeaders.FETCH_SITE);
		};
	}

	/**
	 * Returns the value of the header. More lines matter only to a navigation.
	 */
	private static @Nullable String fetchMode(HttpServletRequest request) {
		String mode = request.getHeader(CorsHeaders.FETCH_MODE);
		return "navigate".equals(mode) ? joined(request, CorsHeaders.FETCH_MODE) : mode;
	}

	/**
	 * Returns the path within the application. Servers find the application of a URI that
	 * begins with several slashes, or that leaves the application and enters it again:
	 * such a URI must not miss the policy that governs what they find.
	 */
	private static String path(HttpServletRequest request) {
		String uri = requestUri(request);
		String contextPath = request.getContextPath();
		if (contextPath.isEmpty()) {
			return uri;
		}
		uri = withoutEmptySegmentsAtStart(uri);
		if (!uri.startsWith(contextPath)) {
			return uri;
		}
		String path = uri.substring(contextPath.length());
		return RequestPath.leavesRoot(path) ? LEAVING + mappedPath(request) : path;
	}

	private static String withoutEmptySegmentsAtStart(String uri) {
		int start = 0;
		while (uri.startsWith("//", start)) {
			start++;
		}
		return uri.substring(start);
	}

	/**
	 * Returns the path by which the server chose a servlet, encoded again.
	 */
	private static String mappedPath(HttpServletRequest request) {
		String pathInfo = request.getPathInfo();
		String path = request.getServletPath() + ((pathInfo != null) ? pathInfo : "");
		return UriUtils.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
	}

	/**
	 * Returns the URI that the client asked for, also when something ahead of the filter
	 * has dispatched the request to another one.
	 */
	private static String requestUri(HttpServletRequest request) {
		String attribute = switch (request.getDispatcherType()) {
			case ERROR -> RequestDispatcher.ERROR_REQUEST_URI;
			case FORWARD -> RequestDispatcher.FORWARD_REQUEST_URI;
			case ASYNC -> AsyncContext.ASYNC_REQUEST_URI;
			default -> null;
		};
		if (attribute != null && request.getAttribute(attribute) instanceof String uri) {
			return uri;
		}
		return request.getRequestURI();
	}

	private static @Nullable String joined(HttpServletRequest request, String name) {
		Enumeration<String> lines = request.getHeaders(name);
		if (!lines.hasMoreElements()) {
			return null;
		}
		String first = lines.nextElement();
		return lines.hasMoreElements() ? first + ", " + String.join(", ", Collections.list(lines)) : first;
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		Enumeration<String> lines = request.getHeaders(name);
		if (!lines.hasMoreElements()) {
			return List.of();
		}
		String first = lines.nextElement();
		return lines.hasMoreElements() ? Collections.list(request.getHeaders(name)) : List.of(first);
	}

}
