package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds all that answers CORS requests in a servlet application.
 */
public final class ServletApplication {

	private final Beans beans;

	private final ServletPath servletPath;

	private ServletApplication(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	/**
	 * Find it.
	 * @param beans where filters, chains and handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 * @return the application
	 */
	public static WholeApplication of(Beans beans, ServletPath servletPath) {
		return new ServletApplication(beans, servletPath).whole();
	}

	private WholeApplication whole() {
		ClassLoader classLoader = this.beans.factory().getBeanClassLoader();
		List<Placed> placed = new ArrayList<>(filters());
		if (InspectedLibrary.SECURITY.isPresent(classLoader)) {
			placed.add(new Placed(SecurityChains.order(this.beans), SecurityChains.of(this.beans, this.servletPath)));
		}
		List<Respondent> respondents = new ArrayList<>(
				placed.stream().sorted(Comparator.comparingInt(Placed::order)).map(Placed::respondent).toList());
		Collection<HandlerPath> paths = List.of();
		if (InspectedLibrary.SPRING_MVC.isPresent(classLoader)) {
			respondents.add(MappingsRespondent.of(this.beans, this.servletPath));
			paths = HandlerPaths.of(this.beans, this.servletPath);
		}
		return new WholeApplication(respondents, paths);
	}

	private List<Placed> filters() {
		List<Placed> filters = new ArrayList<>();
		Set<CorsFilter> registered = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Object bean : this.beans.ofType(FilterRegistrationBean.class).values()) {
			if (bean instanceof FilterRegistrationBean<?> registration
					&& registration.getFilter() instanceof CorsFilter filter) {
				registered.add(filter);
				if (registration.isEnabled()) {
					filters.add(new Placed(registration.getOrder(),
							respondent(filter, new UrlPatterns(registration.getUrlPatterns()).paths())));
				}
			}
		}
		this.beans.ofType(CorsFilter.class).forEach((name, filter) -> {
			if (registered.add(filter)) {
				filters.add(new Placed(order(name, filter), new FilterRespondent(filter, this.servletPath)));
			}
		});
		return filters;
	}

	private Respondent respondent(CorsFilter filter, List<String> reach) {
		return (request) -> reach.stream().anyMatch((pattern) -> matches(pattern, request))
				? new FilterRespondent(filter, this.servletPath).answer(request) : Answer.PASSED_ON;
	}

	private static boolean matches(String pattern, CorsRequest request) {
		return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(request.path()));
	}

	private int order(String name, CorsFilter filter) {
		if (filter instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beans.factory().findAnnotationOnBean(name, Order.class);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * A respondent at its place among the filters.
	 *
	 * @param order its order
	 * @param respondent the respondent
	 */
	private record Placed(int order, Respondent respondent) {

	}

}
