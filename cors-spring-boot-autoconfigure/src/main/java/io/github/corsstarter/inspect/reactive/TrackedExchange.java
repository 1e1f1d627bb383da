package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * A request that nobody sent, to learn what configuration it would meet. It knows its
 * path, and remembers whether anything else of it was read.
 */
final class TrackedExchange {

	private final URI uri;

	private final Map<String, Object> attributes = new HashMap<>();

	private final ServerHttpRequest request = proxy(ServerHttpRequest.class, this::answerRequest);

	private final ServerWebExchange exchange = proxy(ServerWebExchange.class, this::answerExchange);

	private final List<List<Class<?>>> readings = new ArrayList<>();

	private boolean pathRead;

	private boolean otherRead;

	/**
	 * Create a request.
	 * @param path the path within the application
	 */
	TrackedExchange(String path) {
		this.uri = URI.create("http://localhost" + path);
	}

	/**
	 * Return the exchange.
	 * @return an exchange that has a request and attributes
	 */
	ServerWebExchange asExchange() {
		return this.exchange;
	}

	/**
	 * Return whether the answer may differ on another path.
	 * @return {@code true} if the path was read
	 */
	boolean wasPathRead() {
		return this.pathRead;
	}

	/**
	 * Return whether the answer may differ for another request of the same path.
	 * @return {@code true} if anything but the path was read
	 */
	boolean wasOtherRead() {
		return this.otherRead;
	}

	/**
	 * Return whether a class is among those that read the exchange, or led to its being
	 * read.
	 * @param type tells which
	 * @return {@code true} if one is
	 */
	boolean wasReadBy(Predicate<Class<?>> type) {
		return this.readings.stream().flatMap(List::stream).anyMatch(type);
	}

	/**
	 * Return what a class called first that read the exchange.
	 * @param caller the class
	 * @return the class called, or {@code null} if the exchange was not read from there
	 */
	@Nullable Class<?> firstCalledBy(Class<?> caller) {
		for (List<Class<?>> stack : this.readings) {
			int index = stack.indexOf(caller);
			if (index > 0 && !Proxy.isProxyClass(stack.get(index - 1))) {
				return stack.get(index - 1);
			}
		}
		return null;
	}

	private @Nullable Object answerExchange(Method called) {
		this.readings.add(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
			.walk((frames) -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass).toList()));
		return switch (called.getName()) {
			case "getRequest" -> this.request;
			case "getAttributes" -> this.attributes;
			case "getLogPrefix" -> "";
			default -> other(null);
		};
	}

	private @Nullable Object answerRequest(Method called) {
		return switch (called.getName()) {
			case "getPath" -> path(RequestPath.parse(this.uri, ""));
			case "getURI" -> path(this.uri);
			case "getMethod" -> other(HttpMethod.OPTIONS);
			case "getHeaders" -> other(HttpHeaders.EMPTY);
			default -> other(null);
		};
	}

	private <T> T path(T value) {
		this.pathRead = true;
		return value;
	}

	private <T> @Nullable T other(@Nullable T value) {
		this.otherRead = true;
		return value;
	}

	private static <T> T proxy(Class<T> type, Answer answer) {
		InvocationHandler handler = (proxy, called, arguments) -> {
			if (called.getDeclaringClass() == Object.class) {
				return called.invoke(answer, arguments);
			}
			return called.isDefault() ? InvocationHandler.invokeDefault(proxy, called, arguments) : answer.to(called);
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/**
	 * Answers a call.
	 */
	@FunctionalInterface
	private interface Answer {

		@Nullable Object to(Method called);

	}

}
