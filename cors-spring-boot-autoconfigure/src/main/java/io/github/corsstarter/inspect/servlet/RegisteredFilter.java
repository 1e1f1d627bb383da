package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A {@link CorsFilter} as Spring Boot registers it with the server.
 *
 * @param name the name of the bean that is the filter or registers it
 * @param filter the filter
 * @param ofServlets whether it is called for servlets: that is after the filters of
 * paths, whatever their order
 * @param order its order among the filters of its kind
 * @param reach what it is called for, or may be
 */
record RegisteredFilter(String name, CorsFilter filter, boolean ofServlets, int order, Reach reach) {

	/**
	 * Finds the filters. One that a registration disables is none.
	 * @param beans where filters and registrations are
	 * @return the filters in the order of their definition
	 */
	static List<RegisteredFilter> of(Beans beans) {
		Map<String, CorsFilter> filters = beans.ofType(CorsFilter.class);
		Set<Filter> registered = Collections.newSetFromMap(new IdentityHashMap<>());
		List<RegisteredFilter> found = new ArrayList<>();
		for (Map.Entry<String, ?> bean : beans.ofType(AbstractFilterRegistrationBean.class).entrySet()) {
			AbstractFilterRegistrationBean<?> registration = (AbstractFilterRegistrationBean<?>) bean.getValue();
			found.addAll(of(bean.getKey(), registration, filters));
			registered.addAll(registered(registration, filters));
		}
		if (filters.isEmpty()) {
			// There is none that a proxy could call
			return found;
		}
		Map<String, Filter> unregistered = new LinkedHashMap<>(filters);
		unregistered.putAll(beans.ofType(DelegatingFilterProxy.class));
		unregistered.forEach((name, filter) -> {
			if (registered.add(filter)) {
				found.addAll(of(name, registration(name, filter, beans), filters));
			}
		});
		return found;
	}

	/**
	 * Return the filters that Spring Boot does not register once more for their beans.
	 */
	private static List<? extends Filter> registered(AbstractFilterRegistrationBean<?> registration,
			Map<String, CorsFilter> filters) {
		if (registration instanceof FilterRegistrationBean<?> own) {
			return List.of(own.getFilter());
		}
		String target = (registration instanceof DelegatingFilterProxyRegistrationBean)
				? ProxyTarget.of(registration, registration.getFilterName()) : null;
		CorsFilter filter = (target != null) ? filters.get(target) : null;
		return (filter != null) ? List.of(filter) : List.of();
	}

	private static Collection<CorsFilter> called(AbstractFilterRegistrationBean<?> registration,
			Map<String, CorsFilter> filters) {
		if (registration instanceof DelegatingFilterProxyRegistrationBean) {
			return named(ProxyTarget.of(registration, registration.getFilterName()), filters);
		}
		Filter filter = registration.getFilter();
		if (filter instanceof DelegatingFilterProxy) {
			return named(ProxyTarget.of(filter, registration.getFilterName()), filters);
		}
		return (filter instanceof CorsFilter own) ? List.of(own) : List.of();
	}

	/**
	 * Where it cannot be told which filter is called, it may be each.
	 */
	private static Collection<CorsFilter> named(@Nullable String name, Map<String, CorsFilter> filters) {
		if (name == null) {
			return filters.values();
		}
		CorsFilter filter = filters.get(name);
		return (filter != null) ? List.of(filter) : List.of();
	}

	/**
	 * Return the registration that Spring Boot makes for a bean that has none. It takes
	 * notice of {@code @Order} on the method of the bean only next to
	 * {@code @FilterRegistration}, which has the order as an attribute.
	 */
	private static FilterRegistrationBean<?> registration(String name, Filter filter, Beans beans) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName(name);
		FilterRegistration annotation = beans.factory().findAnnotationOnBean(name, FilterRegistration.class);
		if (annotation != null) {
			Order order = beans.factory().findAnnotationOnBean(name, Order.class);
			registration.setEnabled(annotation.enabled());
			registration.setOrder((order != null) ? order.value() : annotation.order());
			registration.setUrlPatterns(List.of(annotation.urlPatterns()));
			registration.setServletNames(servlets(annotation));
		}
		registration.setOrder((filter instanceof Ordered ordered) ? ordered.getOrder()
				: OrderUtils.getOrder(filter.getClass(), registration.getOrder()));
		return registration;
	}

	private static List<String> servlets(FilterRegistration annotation) {
		return Stream
			.concat(Stream.of(annotation.servletNames()), Stream.of(annotation.servletClasses()).map(Class::getName))
			.toList();
	}

	/**
	 * The paths of servlets are not looked up: they may be any.
	 */
	private static List<RegisteredFilter> of(String name, AbstractFilterRegistrationBean<?> registration,
			Map<String, CorsFilter> filters) {
		if (!registration.isEnabled()) {
			return List.of();
		}
		List<RegisteredFilter> found = new ArrayList<>();
		Collection<String> urlPatterns = registration.getUrlPatterns();
		boolean ofServlets = !registration.getServletNames().isEmpty()
				|| !registration.getServletRegistrationBeans().isEmpty();
		for (CorsFilter filter : called(registration, filters)) {
			if (!(ofServlets && urlPatterns.isEmpty())) {
				found.add(new RegisteredFilter(name, filter, false, registration.getOrder(), reach(urlPatterns)));
			}
			if (ofServlets) {
				found.add(new RegisteredFilter(name, filter, true, registration.getOrder(), Reach.EVERYWHERE));
			}
		}
		return found;
	}

	private static Reach reach(Collection<String> urlPatterns) {
		return urlPatterns.isEmpty() ? Reach.EVERYWHERE
				: new Reach(urlPatterns.stream().map(RegisteredFilter::toPathPattern).toList());
	}

	/**
	 * Writes a pattern of the server's as one of Spring's.
	 * @param urlPattern a pattern of a filter or servlet
	 * @return the pattern
	 */
	static String toPathPattern(String urlPattern) {
		if (urlPattern.endsWith("/*")) {
			return urlPattern + "*";
		}
		return urlPattern.startsWith("*.") ? "/**/" + urlPattern : urlPattern;
	}

	/**
	 * Return what answers as the server would have the filter answer.
	 * @param servletPath the path of the dispatcher servlet
	 * @return passes on what the filter is not called for
	 */
	Respondent respondent(ServletPath servletPath) {
		FilterRespondent respondent = new FilterRespondent(this.filter, servletPath);
		return (request) -> this.reach.includes(request.path()) ? respondent.answer(request) : Answer.PASSED_ON;
	}

}
