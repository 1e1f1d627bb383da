package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The paths that the handlers of Spring MVC serve.
 */
final class HandlerPaths {

	private HandlerPaths() {
	}

	/**
	 * Collects the paths.
	 * @param beans where the handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 * @return the paths, relative to the application
	 */
	static Collection<HandlerPath> of(Beans beans, ServletPath servletPath) {
		List<HandlerPath> paths = new ArrayList<>();
		for (NamedMapping named : HandlerMappings.of(beans)) {
			for (HandlerPath path : of(named.mapping())) {
				paths.add(path.at(servletPath.within(path.pattern())));
			}
		}
		return paths;
	}

	/**
	 * Collects the paths of one mapping.
	 * @param mapping the mapping
	 * @return the paths, relative to the dispatcher servlet
	 */
	static Collection<HandlerPath> of(AbstractHandlerMapping mapping) {
		List<HandlerPath> paths = new ArrayList<>();
		if (mapping instanceof RequestMappingInfoHandlerMapping annotated) {
			for (RequestMappingInfo info : annotated.getHandlerMethods().keySet()) {
				List<String> methods = info.getMethodsCondition()
					.getMethods()
					.stream()
					.map(RequestMethod::name)
					.toList();
				info.getPatternValues().forEach((pattern) -> paths.add(new HandlerPath(pattern, methods)));
			}
		}
		else if (mapping instanceof AbstractUrlHandlerMapping mapped) {
			mapped.getHandlerMap().keySet().forEach((pattern) -> paths.add(new HandlerPath(pattern, List.of("GET"))));
		}
		else if (mapping instanceof RouterFunctionMapping functional && functional.getRouterFunction() != null) {
			paths.addAll(RouteVisitor.paths(functional.getRouterFunction()));
		}
		return paths;
	}

}
