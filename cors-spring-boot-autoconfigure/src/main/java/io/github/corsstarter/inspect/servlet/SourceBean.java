package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.validation.source.CorsSource;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * A source that is a bean.
 *
 * @param name the name of the bean
 * @param source the bean
 * @param configurations what it allows by path pattern, or {@code null} if that depends
 * on the request in a way that only its code knows
 */
record SourceBean(String name, CorsConfigurationSource source,
		@Nullable Map<String, CorsConfiguration> configurations) {

	/**
	 * Reads a source. One that is no map of patterns is asked about a request: if it
	 * answers without a look at it, it answers so to every request.
	 * @param name the name of the bean
	 * @param source the bean
	 * @return what was found
	 */
	static SourceBean read(String name, CorsConfigurationSource source) {
		if (source instanceof UrlBasedCorsConfigurationSource mappings && isPlain(mappings.getClass())) {
			return new SourceBean(name, source, new TreeMap<>(mappings.getCorsConfigurations()));
		}
		return new SourceBean(name, source, TimeLimit.await(() -> ask(source), (opaque) -> null));
	}

	/**
	 * Return what this source makes of a component that uses it.
	 * @param kind what uses it
	 * @param user the name of what uses it
	 * @param servletPath the path of the dispatcher servlet
	 * @return a source for each pattern; nothing if it could not be read
	 */
	List<CorsSource> sources(CorsSource.Kind kind, String user, ServletPath servletPath) {
		if (this.configurations == null) {
			return List.of();
		}
		return this.configurations.entrySet()
			.stream()
			.map((entry) -> CorsSource.code(kind, user, servletPath.ofFilter(entry.getKey()),
					CorsConfigurations.read(entry.getValue())))
			.toList();
	}

	/**
	 * Return whether a map of patterns answers as it says.
	 * @param type the type of the source
	 * @return {@code false} if a subclass answers otherwise
	 */
	static boolean isPlain(Class<?> type) {
		Method method = ReflectionUtils.findMethod(type, "getCorsConfiguration", HttpServletRequest.class);
		return type == UrlBasedCorsConfigurationSource.class
				|| method != null && method.getDeclaringClass() == UrlBasedCorsConfigurationSource.class;
	}

	private static @Nullable Map<String, CorsConfiguration> ask(CorsConfigurationSource source) {
		ProbeRequest probe = new ProbeRequest("/", "https://example.com", "GET");
		CorsConfiguration configuration = source.getCorsConfiguration(probe.asRequest());
		return (configuration != null && !probe.wasRead()) ? Map.of("/**", configuration) : null;
	}

}
