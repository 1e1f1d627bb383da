package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A preflight that nobody sent, to learn what Spring would answer. It knows its path and
 * headers, keeps attributes, has nothing else, and remembers who read it.
 */
final class ProbeRequest implements InvocationHandler {

	private final String path;

	private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, Object> attributes = new HashMap<>();

	private final List<List<Class<?>>> readings = new ArrayList<>();

	private final HttpServletRequest request;

	/**
	 * Creates a preflight.
	 * @param path the path within the application
	 * @param origin the origin
	 * @param method the method that is asked for
	 */
	ProbeRequest(String path, String origin, String method) {
		this.path = path;
		this.headers.put(HttpHeaders.ORIGIN, origin);
		this.headers.put(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
		this.request = (HttpServletRequest) Proxy.newProxyInstance(HttpServletRequest.class.getClassLoader(),
				new Class<?>[] { HttpServletRequest.class }, this);
	}

	/**
	 * Asks for a header, too.
	 * @param header the name
	 * @return this request
	 */
	ProbeRequest askingFor(String header) {
		this.headers.put(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, header);
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
	 * Returns the request.
	 * @return a request that reads as any other does
	 */
	HttpServletRequest asRequest() {
		return this.request;
	}

	/**
	 * Tells whether anybody has read anything of the request.
	 * @return {@code false} if whatever was answered does not depend on it
	 */
	boolean wasRead() {
		return !this.readings.isEmpty();
	}

	/**
	 * Returns what a class called first that read the request.
	 * @param caller the class
	 * @return the class called, or {@code null} if the request was not read from there
	 */
	@Nullable Class<?> firstCalledBy(Class<?> caller) {
		for (List<Class<?>> stack : this.readings) {
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
		this.readings.add(callers());
		if (called.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, called, arguments);
		}
		Object argument = (arguments != null) ? arguments[0] : null;
		Object value = (arguments != null) ? arguments[arguments.length - 1] : null;
		return switch (called.getName()) {
			case "getMethod" -> "OPTIONS";
			case "getDispatcherType" -> DispatcherType.REQUEST;
			case "getScheme" -> "http";
			case "getServerName", "getLocalName", "getRemoteHost" -> "localhost";
			case "getServerPort" -> 80;
			case "getProtocol" -> "HTTP/1.1";
			case "getContextPath", "getPathInfo" -> "";
			case "getRequestURI", "getServletPath" -> this.path;
			case "getRequestURL" -> new StringBuffer("http://localhost").append(this.path);
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
