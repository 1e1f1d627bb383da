package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.validation.source.Answer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The response to a {@link ProbeRequest}: keeps the status and the headers, and forgets
 * the body.
 */
final class ProbeResponse implements InvocationHandler {

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private int status = HttpServletResponse.SC_OK;

	/**
	 * Return the response.
	 * @return a response that can be written as any other can
	 */
	HttpServletResponse asResponse() {
		return (HttpServletResponse) Proxy.newProxyInstance(HttpServletResponse.class.getClassLoader(),
				new Class<?>[] { HttpServletResponse.class }, this);
	}

	/**
	 * Return what a browser would look at.
	 * @param passedOn whether the request was passed on
	 * @return status, CORS headers and {@code Vary}
	 */
	Answer answer(boolean passedOn) {
		Map<String, String> seen = new TreeMap<>();
		this.headers.forEach((name, lines) -> {
			if (CorsHeaders.isResponseHeader(name) || name.equalsIgnoreCase(CorsHeaders.VARY)) {
				seen.put(name, String.join(", ", lines));
			}
		});
		return new Answer(this.status, seen, passedOn);
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] arguments) throws Throwable {
		if (called.getDeclaringClass() == Object.class) {
			return called.invoke(this, arguments);
		}
		if (called.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, called, arguments);
		}
		String name = (arguments != null && arguments[0] instanceof String text) ? text : "";
		String value = (arguments != null) ? String.valueOf(arguments[arguments.length - 1]) : "";
		switch (called.getName()) {
			case "setStatus", "sendError" -> this.status = (arguments != null) ? (int) arguments[0] : this.status;
			case "setHeader", "setIntHeader" -> this.headers.put(name, new ArrayList<>(List.of(value)));
			case "addHeader", "addIntHeader" ->
				this.headers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			default -> {
				return read(called, name);
			}
		}
		return null;
	}

	private @Nullable Object read(Method called, String name) {
		Collection<String> values = this.headers.getOrDefault(name, List.of());
		return switch (called.getName()) {
			case "getStatus" -> this.status;
			case "containsHeader" -> this.headers.containsKey(name);
			case "getHeader" -> values.isEmpty() ? null : values.iterator().next();
			case "getHeaders" -> values;
			case "getHeaderNames" -> this.headers.keySet();
			case "getOutputStream" -> new Nowhere();
			case "isCommitted" -> false;
			case "getBufferSize" -> 0;
			default -> null;
		};
	}

	private static final class Nowhere extends ServletOutputStream {

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException("Nobody reads this response");
		}

		@Override
		public void write(int octet) {
			// The body does not matter
		}

	}

}
