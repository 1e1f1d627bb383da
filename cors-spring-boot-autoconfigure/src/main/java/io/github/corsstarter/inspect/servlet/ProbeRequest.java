package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.corsstarter.policy.CorsRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;

/**
 * A request that nobody sent, to learn what Spring would answer. It knows its path and
 * headers, keeps attributes, has nothing else, and remembers whether it was read.
 */
final class ProbeRequest implements InvocationHandler {

	private final CorsRequest question;

	private final String servletPath;

	private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, Object> attributes = new HashMap<>();

	private final HttpServletRequest request;

	private @Nullable List<List<Class<?>>> readings;

	private boolean read;

	/**
	 * Create a request.
	 * @param question what it asks
	 * @param servletPath the path of the dispatcher servlet, which is a part of the
	 * request's if it is below it
	 */
	ProbeRequest(CorsRequest question, ServletPath servletPath) {
		this.question = question;
		this.servletPath = servletPath.of(question.path());
		setHeader(HttpHeaders.ORIGIN, question.origin());
		setHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, question.requestMethod());
		if (!question.requestHeaders().isEmpty()) {
			setHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, String.join(", ", question.requestHeaders()));
		}
		this.request = (HttpServletRequest) Proxy.newProxyInstance(HttpServletRequest.class.getClassLoader(),
				new Class<?>[] { HttpServletRequest.class }, this);
	}

	/**
	 * Create a preflight.
	 * @param path the path within the application
	 * @param origin the origin
	 * @param method the method that is asked for
	 */
	ProbeRequest(String path, String origin, String method) {
		this(CorsRequest.preflight(origin, method, path, List.of()), ServletPath.ROOT);
	}

	private void setHeader(String name, @Nullable String value) {
		if (value != null) {
			this.headers.put(name, value);
		}
	}

	/**
	 * Remembers who reads it, which takes longer.
	 * @return this request
	 */
	ProbeRequest rememberingReaders() {
		this.readings = new ArrayList<>();
		return this;
	}

	/**
	 * Parses the path, as it is parsed while a handler is looked up.
	 * @return this request
	 */
	ProbeRequest parsed() {
		ServletRequestPathUtils.parseAndCache(this.request);
		return this;
	}

	/**
	 * Return the request.
	 * @return a request that reads as any other does
	 */
	HttpServletRequest asRequest() {
		return this.request;
	}

	/**
	 * Return whether anybody has read anything of the request.
	 * @return {@code false} if whatever was answered does not depend on it
	 */
	boolean wasRead() {
		return this.read;
	}

	/**
	 * Return whether a class is among those that read the request, or led to its being
	 * read.
	 * @param type tells which
	 * @return {@code true} if one is
	 */
	boolean wasReadBy(Predicate<Class<?>> type) {
		return this.readings != null && this.readings.stream().flatMap(List::stream).anyMatch(type);
	}

	/**
	 * Return what a class called first that read the request.
	 * @param caller the class
	 * @return the class called, or {@code null} if the request was not read from there,
	 * or nobody remembers
	 */
	@Nullable Class<?> firstCalledBy(Class<?> caller) {
		for (List<Class<?>> stack : Objects.requireNonNullElse(this.readings, List.<List<Class<?>>>of())) {
			int index = stack.indexOf(caller);
			if (index > 0) {
				return stack.get(index - 1);
			}
		}
		return null;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] arguments) throws Throwable {
		if (called.getDeclaringClass() == Object.class) {
			return called.invoke(this, arguments);
		}
		this.read = true;
		if (this.readings != null) {
			this.readings.add(callers());
		}
		if (called.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, called, arguments);
		}
		Object argument = (arguments != null) ? arguments[0] : null;
		Object value = (arguments != null) ? arguments[arguments.length - 1] : null;
		return switch (called.getName()) {
			case "getMethod" -> this.question.method();
			case "getDispatcherType" -> DispatcherType.REQUEST;
			case "getScheme" -> this.question.scheme();
			case "getServerName", "getLocalName", "getRemoteHost" -> host();
			case "getServerPort" -> port();
			case "isSecure" -> "https".equals(this.question.scheme());
			case "getProtocol" -> "HTTP/1.1";
			case "getContextPath" -> "";
			case "getRequestURI" -> this.question.path();
			case "getServletPath" -> this.servletPath.isEmpty() ? path() : this.servletPath;
			case "getPathInfo" -> this.servletPath.isEmpty() ? "" : path().substring(this.servletPath.length());
			case "getRequestURL" ->
				new StringBuffer(this.question.scheme()).append("://").append(host()).append(this.question.path());
			case "getHeader" -> this.headers.get(argument);
			case "getHeaders" -> Collections
				.enumeration(this.headers.containsKey(argument) ? List.of(this.headers.get(argument)) : List.of());
			case "getHeaderNames" -> Collections.enumeration(this.headers.keySet());
			case "getAttribute" -> this.attributes.get(argument);
			case "getAttributeNames" -> Collections.enumeration(this.attributes.keySet());
			case "setAttribute" -> this.attributes.put((String) argument, value);
			case "removeAttribute" -> this.attributes.remove(argument);
			case "getLocale" -> Locale.ROOT;
			case "getParameterMap" -> Map.of();
			default -> nothing(called.getReturnType());
		};
	}

	private String host() {
		return Objects.requireNonNullElse(this.question.host(), "localhost");
	}

	private int port() {
		if (this.question.port() > 0) {
			return this.question.port();
		}
		return "https".equals(this.question.scheme()) ? 443 : 80;
	}

	private String path() {
		try {
			return UriUtils.decode(this.question.path(), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return this.question.path();
		}
	}

	private static List<Class<?>> callers() {
		return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
			.walk((frames) -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass).toList());
	}

	private static @Nullable Object nothing(Class<?> type) {
		if (type == boolean.class) {
			return false;
		}
		if (type == int.class) {
			return -1;
		}
		return (type == long.class) ? -1L : null;
	}

}
