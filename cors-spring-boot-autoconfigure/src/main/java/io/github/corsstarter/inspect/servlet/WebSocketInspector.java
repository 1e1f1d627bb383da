package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.AbstractSockJsService;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * Reads the allowed origins of WebSocket and SockJS handlers, those of STOMP endpoints
 * included. They are asked after the policies, and both must allow a handshake.
 */
final class WebSocketInspector implements CorsSourceInspector {

	/**
	 * Spring Boot's, for which the properties of Spring for GraphQL are read.
	 */
	private static final String GRAPHQL_MAPPING = "graphQlWebSocketMapping";

	private final Beans beans;

	private final ServletPath servletPath;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 */
	WebSocketInspector(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.WEBSOCKET;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (NamedMapping named : HandlerMappings.of(this.beans)) {
			if (named.mapping() instanceof AbstractUrlHandlerMapping mapping && !named.name().equals(GRAPHQL_MAPPING)) {
				sources.addAll(read(owner(named.name()), mapping));
			}
		}
		return sources;
	}

	/**
	 * Return the beans that asked for the endpoints of a mapping.
	 */
	private String owner(String mapping) {
		return switch (mapping) {
			case "stompWebSocketHandlerMapping" ->
				this.beans.writtenBy(WebSocketMessageBrokerConfigurer.class, this.beans.writtenAs(mapping));
			case "webSocketHandlerMapping" ->
				this.beans.writtenBy(WebSocketConfigurer.class, this.beans.writtenAs(mapping));
			default -> this.beans.writtenAs(mapping);
		};
	}

	private List<CorsSource> read(String name, AbstractUrlHandlerMapping mapping) {
		Map<SourceConfiguration, List<String>> paths = new LinkedHashMap<>();
		for (Map.Entry<String, Object> handler : HandlerMappings.handlers(mapping).entrySet()) {
			CorsConfiguration configuration = read(handler.getValue());
			if (configuration != null && allowsOrigins(configuration)) {
				paths.computeIfAbsent(CorsConfigurations.read(configuration), (key) -> new ArrayList<>())
					.add(handler.getKey());
			}
		}
		List<CorsSource> sources = new ArrayList<>();
		for (Map.Entry<SourceConfiguration, List<String>> allowed : paths.entrySet()) {
			sources.add(CorsSource.code(CorsSource.Kind.WEBSOCKET, name, this.servletPath.within(allowed.getValue()),
					allowed.getKey()));
		}
		return sources;
	}

	private static @Nullable CorsConfiguration read(Object handler) {
		if (handler instanceof WebSocketHttpRequestHandler webSocket) {
			return webSocket.getHandshakeInterceptors()
				.stream()
				.filter(OriginHandshakeInterceptor.class::isInstance)
				.map(OriginHandshakeInterceptor.class::cast)
				.findFirst()
				.map((origins) -> configuration(origins.getAllowedOrigins(), origins.getAllowedOriginPatterns()))
				.orElse(null);
		}
		if (handler instanceof SockJsHttpRequestHandler sockJs
				&& sockJs.getSockJsService() instanceof AbstractSockJsService service) {
			CorsConfiguration configuration = configuration(service.getAllowedOrigins(),
					service.getAllowedOriginPatterns());
			if (!service.shouldSuppressCors()) {
				configuration.addAllowedMethod(CorsConfiguration.ALL);
				configuration.addAllowedHeader(CorsConfiguration.ALL);
				configuration.setAllowCredentials(true);
			}
			return configuration;
		}
		return null;
	}

	private static CorsConfiguration configuration(@Nullable Collection<String> origins,
			@Nullable Collection<String> patterns) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins((origins != null) ? List.copyOf(origins) : null);
		configuration.setAllowedOriginPatterns((patterns != null) ? List.copyOf(patterns) : null);
		return configuration;
	}

	private static boolean allowsOrigins(CorsConfiguration configuration) {
		return !CollectionUtils.isEmpty(configuration.getAllowedOrigins())
				|| !CollectionUtils.isEmpty(configuration.getAllowedOriginPatterns());
	}

}
