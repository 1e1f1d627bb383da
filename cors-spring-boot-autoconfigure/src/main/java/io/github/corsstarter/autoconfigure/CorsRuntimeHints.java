package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.inspect.InspectedLibrary;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/**
 * What a native image needs: the public suffix list is read at run time, libraries are
 * looked for by name, proxies of filters are asked for their target, and requests that
 * nobody sent are proxies.
 */
class CorsRuntimeHints implements RuntimeHintsRegistrar {

	/** They tell their target to subclasses alone. */
	private static final List<String> FILTER_PROXIES = List.of("org.springframework.web.filter.DelegatingFilterProxy",
			"org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("io/github/corsstarter/origin/owner/*.dat");
		for (InspectedLibrary library : InspectedLibrary.values()) {
			hints.reflection().registerTypeIfPresent(classLoader, library.type());
		}
		for (String proxy : FILTER_PROXIES) {
			hints.reflection().registerTypeIfPresent(classLoader, proxy, MemberCategory.INVOKE_DECLARED_METHODS);
		}
		Stream
			.of("jakarta.servlet.http.HttpServletRequest", "jakarta.servlet.http.HttpServletResponse",
					"org.springframework.web.server.ServerWebExchange",
					"org.springframework.http.server.reactive.ServerHttpRequest",
					"org.springframework.http.server.reactive.ServerHttpResponse")
			.filter((type) -> ClassUtils.isPresent(type, classLoader))
			.forEach((type) -> hints.proxies().registerJdkProxy(TypeReference.of(type)));
	}

}
