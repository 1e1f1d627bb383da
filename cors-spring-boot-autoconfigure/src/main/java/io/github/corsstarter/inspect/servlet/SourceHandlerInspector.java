package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Finds handlers that are a {@link CorsConfigurationSource} themselves and no beans, in
 * the mappings that the application makes or may have changed: those that Spring makes
 * have none. Those of SockJS are read as WebSocket endpoints.
 */
final class SourceHandlerInspector implements CorsSourceInspector {

	private static final String SOCK_JS = "org.springframework.web.socket.sockjs.";

	private final Beans beans;

	private final ServletPath servletPath;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 */
	SourceHandlerInspector(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		boolean processed = this.beans.arePostProcessed();
		for (NamedMapping named : HandlerMappings.of(this.beans)) {
			if (named.mapping() instanceof AbstractUrlHandlerMapping mapping
					&& (processed || this.beans.isWrittenIn(named.name()) || this.beans.isInjected(named.name()))) {
				for (Map.Entry<String, Object> handler : HandlerMappings.handlers(mapping).entrySet()) {
					if (handler.getValue() instanceof CorsConfigurationSource source && !isWithoutConfiguration(source)
							&& isUnknown(source)) {
						sources.addAll(read(this.beans.writtenAs(named.name()), handler.getKey(), source));
					}
				}
			}
		}
		return sources;
	}

	/**
	 * Spring's handler of static resources answers for any request what was set: there is
	 * no need to ask.
	 */
	private static boolean isWithoutConfiguration(CorsConfigurationSource handler) {
		return handler.getClass() == ResourceHttpRequestHandler.class
				&& handler.getCorsConfiguration(new ProbeRequest("/", "null", "GET").asRequest()) == null;
	}

	private boolean isUnknown(Object handler) {
		return !handler.getClass().getName().startsWith(SOCK_JS)
				&& !this.beans.ofType(CorsConfigurationSource.class).containsValue(handler);
	}

	private List<CorsSource> read(String name, String pattern, CorsConfigurationSource handler) {
		List<String> paths = this.servletPath.within(List.of(pattern));
		SourceBean read = SourceBean.read(name, handler);
		List<CorsSource> sources = (read.configurations() != null) ? read.sources(kind(), name, this.servletPath)
				: new SourceProbe(() -> List.of(new HandlerPath(pattern, List.of("GET")))).sourceIfAny(kind(), name,
						FilterRespondent.ofMapping(handler));
		return sources.stream().map((source) -> source.withPaths(paths)).toList();
	}

}
