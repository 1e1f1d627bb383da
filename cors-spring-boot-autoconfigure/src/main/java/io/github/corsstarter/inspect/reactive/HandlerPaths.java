package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * The paths that the handlers of WebFlux serve.
 */
final class HandlerPaths {

	private HandlerPaths() {
	}

	/**
	 * Collects the paths.
	 * @param beans where the handler mappings are
	 * @return the paths, relative to the application
	 */
	static Collection<HandlerPath> of(Beans beans) {
		List<HandlerPath> paths = new ArrayList<>();
		beans.ofType(HandlerMapping.class).values().forEach((mapping) -> paths.addAll(of(mapping)));
		return paths;
	}

	/**
	 * Collects the paths of one mapping.
	 * @param mapping the mapping
	 * @return the paths, relative to the application
	 */
	static Collection<HandlerPath> of(HandlerMapping mapping) {
		List<HandlerPath> paths = new ArrayList<>();
		if (mapping instanceof RequestMappingInfoHandlerMapping annotated) {
			paths.addAll(of(annotated, (handler) -> true));
		}
		else if (mapping instanceof AbstractUrlHandlerMapping mapped) {
			mapped.getHandlerMap()
				.keySet()
				.forEach((pattern) -> paths.add(new HandlerPath(pattern.getPatternString(), List.of("GET"))));
		}
		else if (mapping instanceof RouterFunctionMapping functional && functional.getRouterFunction() != null) {
			paths.addAll(RouteVisitor.paths(functional.getRouterFunction()));
		}
		return paths;
	}

	/**
	 * Collects the paths of some handler methods.
	 * @param mapping their mapping
	 * @param wanted tells which
	 * @return the paths, relative to the application
	 */
	static Collection<HandlerPath> of(RequestMappingInfoHandlerMapping mapping, Predicate<HandlerMethod> wanted) {
		List<HandlerPath> paths = new ArrayList<>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (wanted.test(handler)) {
				paths.addAll(of(info));
			}
		});
		return paths;
	}

	private static Collection<HandlerPath> of(RequestMappingInfo info) {
		List<String> methods = info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
		return info.getPatternsCondition()
			.getPatterns()
			.stream()
			.map((pattern) -> new HandlerPath(pattern.getPatternString(), methods))
			.toList();
	}

}
