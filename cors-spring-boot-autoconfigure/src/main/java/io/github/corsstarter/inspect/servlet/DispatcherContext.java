package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.FurtherContexts;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRegistration;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.support.AbstractRefreshableWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The context of a further dispatcher servlet.
 *
 * @param beans its beans
 * @param path the path of the servlet
 */
public record DispatcherContext(Beans beans, ServletPath path) {

	/**
	 * Finds the contexts that have been refreshed.
	 * @param beans the beans of the application
	 * @param contexts the contexts below it
	 * @return the contexts of its further dispatcher servlets
	 */
	public static List<DispatcherContext> of(Beans beans, FurtherContexts contexts) {
		Map<ApplicationContext, ServletPath> paths = new LinkedHashMap<>();
		for (ServletRegistrationBean<?> registration : beans.ofType(ServletRegistrationBean.class).values()) {
			if (registration.getServlet() instanceof DispatcherServlet servlet
					&& servlet.getWebApplicationContext() != null) {
				paths.put(servlet.getWebApplicationContext(), path(registration.getUrlMappings()));
			}
		}
		for (ApplicationContext context : contexts.all()) {
			if (context instanceof AbstractRefreshableWebApplicationContext web && web.getServletConfig() != null) {
				paths.putIfAbsent(context, path(web.getServletConfig()));
			}
		}
		List<DispatcherContext> found = new ArrayList<>();
		for (Map.Entry<ApplicationContext, ServletPath> entry : paths.entrySet()) {
			if (entry.getKey() instanceof ConfigurableApplicationContext further && further.isActive()
					&& !contexts.isOwn(further)) {
				found.add(new DispatcherContext(Beans.ofContext(further.getBeanFactory()), entry.getValue()));
			}
		}
		return found;
	}

	private static ServletPath path(ServletConfig config) {
		ServletRegistration registration = config.getServletContext().getServletRegistration(config.getServletName());
		return path((registration != null) ? registration.getMappings() : List.of());
	}

	private static ServletPath path(Collection<String> mappings) {
		for (String mapping : mappings) {
			if (mapping.endsWith("/*")) {
				return new ServletPath(mapping.substring(0, mapping.length() - 1));
			}
		}
		return ServletPath.ROOT;
	}

}
