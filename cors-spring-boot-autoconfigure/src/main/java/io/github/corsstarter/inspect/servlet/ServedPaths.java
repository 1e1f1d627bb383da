package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.ConfiguredPaths;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/**
 * The paths that anything in a servlet context serves: handlers, repositories, servlets,
 * and filters that are registered for some paths alone.
 */
final class ServedPaths {

	private ServedPaths() {
	}

	/**
	 * Collects the paths.
	 * @param beans where all of it is
	 * @param servletPath the path of the dispatcher servlet
	 * @return the paths, relative to the application, those of handlers first
	 */
	static Collection<HandlerPath> of(Beans beans, ServletPath servletPath) {
		ClassLoader classLoader = beans.factory().getBeanClassLoader();
		List<HandlerPath> paths = new ArrayList<>();
		if (InspectedLibrary.SPRING_MVC.isPresent(classLoader)) {
			paths.addAll(HandlerPaths.of(beans, servletPath));
		}
		if (InspectedLibrary.DATA_REST.isPresent(classLoader)) {
			paths.addAll(ConfiguredPaths.of(new DataRestInspector(beans, servletPath).paths()));
		}
		paths.addAll(ConfiguredPaths.of(registered(beans)));
		return paths;
	}

	/**
	 * The pattern {@code /} is that of the dispatcher servlet, which is for anything.
	 */
	private static List<String> registered(Beans beans) {
		List<String> urlPatterns = new ArrayList<>();
		for (ServletRegistrationBean<?> servlet : beans.ofType(ServletRegistrationBean.class).values()) {
			urlPatterns.addAll(servlet.getUrlMappings());
		}
		for (AbstractFilterRegistrationBean<?> filter : beans.ofType(AbstractFilterRegistrationBean.class).values()) {
			urlPatterns.addAll(filter.getUrlPatterns());
		}
		return urlPatterns.stream()
			.filter((pattern) -> !pattern.equals("/"))
			.map(RegisteredFilter::toPathPattern)
			.toList();
	}

}
