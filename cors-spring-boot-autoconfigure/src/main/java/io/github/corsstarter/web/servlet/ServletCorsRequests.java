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
public final class ServletCorsRequests {

	/** A constant of the API from Servlet 6.1 on. */
	private static final String ERROR_METHOD = "jakarta.servlet.error.method";

	private static final String LEAVING = "/..";

	private static final List<String> CROSS_SITE = List.of("cross-site");

	private static final List<String> SAME_SITE = List.of("same-site");

	private ServletCorsRequests() {
	}

	/**
	 * Translate a request.
	 * @param request the request
	 * @return what a decision depends on
	 */
	public static CorsRequest of(HttpServletRequest request) {
		String method = method(request);
		String uri = requestUri(request);
		String path = path(request, uri);
		if (path == null) {
			return of(request, method, uri, true);
		}
		return (request.getHeader(CorsHeaders.ORIGIN) == null) ? CorsRequest.withoutOrigin(method, path)
				: of(request, method, path, false);
	}

	private static CorsRequest of(HttpServletRequest request, String method, String path, boolean outside) {
		boolean options = "OPTIONS".equals(method);
		return new CorsRequest(method, path, request.getScheme(), host(request), request.getServerPort(),
				joined(request, CorsHeaders.ORIGIN), options ? joined(request, CorsHeaders.REQUEST_METHOD) : null,
				options ? lines(request, CorsHeaders.REQUEST_HEADERS) : List.of(), fetchSite(request),
				fetchMode(request), outside);
	}

	/**
	 * Return the host that the client asked for. Where it did not say, which it may leave
	 * out in HTTP/1.0 alone, servers give the name of the machine.
	 */
	private static @Nullable String host(HttpServletRequest request) {
		boolean unknown = "HTTP/1.0".equals(request.getProtocol()) && request.getHeader("Host") == null;
		return unknown ? null : request.getServerName();
	}

	/**
	 * Return the method that the client sent. From Servlet 6.1 on a request for an error
	 * page says {@code GET}, whatever went wrong.
	 */
	private static String method(HttpServletRequest request) {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		return (error && request.getAttribute(ERROR_METHOD) instanceof String method) ? method : request.getMethod();
	}

	/**
	 * Return the lines of the header. More lines would change nothing if the first says
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
	 * Return the value of the header. More lines matter only to a navigation.
	 */
	private static @Nullable String fetchMode(HttpServletRequest request) {
		String mode = request.getHeader(CorsHeaders.FETCH_MODE);
		return "navigate".equals(mode) ? joined(request, CorsHeaders.FETCH_MODE) : mode;
	}

	/**
	 * Return the path within the application, or {@code null} if the URI does not begin
	 * with the context path. Servers find the application of a URI that leaves it and
	 * enters it again: such a URI must not miss the policy that governs what they find.
	 */
	private static @Nullable String path(HttpServletRequest request, String uri) {
		if (request.getContextPath().isEmpty()) {
			return uri;
		}
		String path = below(request.getContextPath(), uri);
		if (path == null && request.getDispatcherType() != DispatcherType.REQUEST) {
			// What a container remembers of a URI knows nothing of a forwarded prefix
			path = below(request.getServletContext().getContextPath(), uri);
		}
		return (path != null && RequestPath.leavesRoot(path)) ? LEAVING + mappedPath(request) : path;
	}

	/**
	 * Return what follows a context path. Servers and proxies may leave several slashes
	 * at the start of either, and parameters at the end of a context path.
	 */
	private static @Nullable String below(String contextPath, String uri) {
		String prefix = withoutEmptySegmentsAtStart(contextPath);
		String path = withoutEmptySegmentsAtStart(uri);
		if (prefix.isEmpty()) {
			return uri;
		}
		if (!path.startsWith(prefix)) {
			return null;
		}
		int end = prefix.length();
		if (path.startsWith(";", end)) {
			int slash = path.indexOf('/', end);
			end = (slash >= 0) ? slash : path.length();
		}
		return (end == path.length() || path.charAt(end) == '/') ? path.substring(end) : null;
	}

	private static String withoutEmptySegmentsAtStart(String uri) {
		int start = 0;
		while (uri.startsWith("//", start)) {
			start++;
		}
		return uri.substring(start);
	}

	/**
	 * Return the path by which the server chose a servlet, encoded again.
	 */
	private static String mappedPath(HttpServletRequest request) {
		String pathInfo = request.getPathInfo();
		String path = request.getServletPath() + ((pathInfo != null) ? pathInfo : "");
		return UriUtils.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
	}

	/**
	 * Return the URI that the client asked for, also when something ahead of the filter
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
