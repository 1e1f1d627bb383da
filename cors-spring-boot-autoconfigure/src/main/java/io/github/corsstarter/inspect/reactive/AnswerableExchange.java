package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.CollectionUtils;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * A request that nobody sent, and the response to it, which keeps the status and the
 * headers, and forgets the body. There is no session and no user.
 */
final class AnswerableExchange {

	private final CorsRequest question;

	private final URI uri;

	private final HttpHeaders requestHeaders = new HttpHeaders();

	private final HttpHeaders responseHeaders = new HttpHeaders();

	private final Map<String, Object> attributes = new ConcurrentHashMap<>();

	private final List<Supplier<? extends Mono<Void>>> beforeCommit = new CopyOnWriteArrayList<>();

	private final ServerHttpRequest request = proxy(ServerHttpRequest.class, this::answerRequest);

	private final ServerHttpResponse response = proxy(ServerHttpResponse.class, this::answerResponse);

	private final ServerWebExchange exchange = proxy(ServerWebExchange.class, this::answerExchange);

	private volatile @Nullable HttpStatusCode status;

	private volatile boolean passedOn;

	/**
	 * Create an exchange.
	 * @param question what it asks
	 */
	AnswerableExchange(CorsRequest question) {
		this.question = question;
		String port = (question.port() > 0) ? ":" + question.port() : "";
		this.uri = URI.create(question.scheme() + "://" + Objects.requireNonNullElse(question.host(), "localhost")
				+ port + question.path());
		setHeader(HttpHeaders.ORIGIN, question.origin());
		setHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, question.requestMethod());
		if (!question.requestHeaders().isEmpty()) {
			setHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, String.join(", ", question.requestHeaders()));
		}
	}

	private void setHeader(String name, @Nullable String value) {
		if (value != null) {
			this.requestHeaders.set(name, value);
		}
	}

	/**
	 * Asks what answers an exchange.
	 * @param respondent answers an exchange, or passes it on
	 * @return the answer
	 */
	Answer ask(Conversation respondent) {
		Mono<Void> passing = Mono.fromRunnable(() -> this.passedOn = true);
		respondent.answer(this.exchange, passing)
			.then(Flux.fromIterable(this.beforeCommit).concatMap(Supplier::get).then())
			.block();
		Map<String, String> seen = new HashMap<>();
		new TreeMap<>(this.responseHeaders.toSingleValueMap()).forEach((name, first) -> {
			if (CorsHeaders.isResponseHeader(name)) {
				seen.put(name, first);
			}
		});
		List<String> vary = this.responseHeaders.getVary();
		if (!vary.isEmpty()) {
			seen.put(CorsHeaders.VARY, String.join(", ", vary));
		}
		HttpStatusCode code = this.status;
		return new Answer((code != null) ? code.value() : 200, seen, this.passedOn);
	}

	private @Nullable Object answerExchange(Method called, @Nullable Object[] arguments) {
		return switch (called.getName()) {
			case "getRequest" -> this.request;
			case "getResponse" -> this.response;
			case "getAttributes" -> this.attributes;
			case "getLogPrefix" -> "";
			case "getSession", "getPrincipal", "cleanupMultipart" -> Mono.empty();
			case "getFormData", "getMultipartData" ->
				Mono.just(CollectionUtils.unmodifiableMultiValueMap(new LinkedMultiValueMap<>()));
			case "transformUrl" -> arguments[0];
			default -> nothing(called);
		};
	}

	private @Nullable Object answerRequest(Method called, @Nullable Object[] arguments) {
		return switch (called.getName()) {
			case "getId" -> "cors-question";
			case "getMethod" -> HttpMethod.valueOf(this.question.method());
			case "getURI" -> this.uri;
			case "getPath" -> RequestPath.parse(this.uri, "");
			case "getHeaders" -> this.requestHeaders;
			case "getAttributes" -> this.attributes;
			case "getBody" -> Flux.empty();
			case "getQueryParams", "getCookies" -> new LinkedMultiValueMap<>();
			default -> nothing(called);
		};
	}

	@SuppressWarnings("unchecked")
	private @Nullable Object answerResponse(Method called, @Nullable Object[] arguments) {
		switch (called.getName()) {
			case "setStatusCode", "setRawStatusCode" -> {
				this.status = (arguments[0] instanceof Integer code) ? HttpStatusCode.valueOf(code)
						: (HttpStatusCode) arguments[0];
				return (called.getReturnType() == boolean.class) ? true : null;
			}
			case "beforeCommit" -> {
				this.beforeCommit.add((Supplier<? extends Mono<Void>>) Objects.requireNonNull(arguments[0]));
				return null;
			}
			default -> {
				return readResponse(called, arguments);
			}
		}
	}

	private @Nullable Object readResponse(Method called, @Nullable Object[] arguments) {
		return switch (called.getName()) {
			case "getHeaders" -> this.responseHeaders;
			case "getStatusCode" -> this.status;
			case "bufferFactory" -> DefaultDataBufferFactory.sharedInstance;
			case "getCookies" -> new LinkedMultiValueMap<>();
			case "writeWith" -> forget(body(arguments)).then();
			case "writeAndFlushWith" ->
				Flux.from(body(arguments)).concatMap((part) -> forget((Publisher<?>) part)).then();
			case "setComplete" -> Mono.empty();
			default -> nothing(called);
		};
	}

	private static Publisher<?> body(@Nullable Object[] arguments) {
		return (Publisher<?>) Objects.requireNonNull(arguments[0]);
	}

	private static Flux<?> forget(Publisher<?> body) {
		return Flux.from(body).doOnNext((buffer) -> {
			if (buffer instanceof DataBuffer data) {
				DataBufferUtils.release(data);
			}
		});
	}

	private static @Nullable Object nothing(Method called) {
		return (called.getReturnType() == boolean.class) ? false : null;
	}

	private static <T> T proxy(Class<T> type, Replies replies) {
		InvocationHandler handler = (proxy, called, arguments) -> {
			if (called.getDeclaringClass() == Object.class) {
				return called.invoke(replies, arguments);
			}
			return called.isDefault() ? InvocationHandler.invokeDefault(proxy, called, arguments)
					: replies.to(called, (arguments != null) ? arguments : new Object[0]);
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/**
	 * Replies to calls.
	 */
	@FunctionalInterface
	private interface Replies {

		@Nullable Object to(Method called, @Nullable Object[] arguments);

	}

	/**
	 * Answers an exchange, or passes it on.
	 */
	@FunctionalInterface
	interface Conversation {

		Mono<?> answer(ServerWebExchange exchange, Mono<Void> passingOn);

	}

}
