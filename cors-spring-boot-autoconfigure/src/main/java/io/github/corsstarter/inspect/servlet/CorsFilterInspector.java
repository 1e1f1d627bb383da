package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Standing;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.CorsFilter;

/**
 * Finds Spring's {@link CorsFilter}, whether it is a bean or part of a registration. It
 * does not tell its source, which is found out by its answers.
 */
final class CorsFilterInspector implements CorsSourceInspector {

	private final Beans beans;

	private final FilterReader reader;

	private final ServletPath servletPath;

	private final int policyOrder;

	private final Supplier<List<CorsSource>> sources = SingletonSupplier.of(this::read);

	/**
	 * Create an inspector.
	 * @param beans where the filters are
	 * @param reader reads filters
	 * @param servletPath the path of the dispatcher servlet
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	CorsFilterInspector(Beans beans, FilterReader reader, ServletPath servletPath, int policyOrder) {
		this.beans = beans;
		this.reader = reader;
		this.servletPath = servletPath;
		this.policyOrder = policyOrder;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_FILTER;
	}

	/**
	 * Reads the filters once: some have to be asked, and that is the application's code.
	 */
	@Override
	public List<CorsSource> inspect() {
		return this.sources.get();
	}

	private List<CorsSource> read() {
		List<CorsSource> sources = new ArrayList<>();
		Set<CorsFilter> registered = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Map.Entry<String, ?> bean : this.beans.ofType(FilterRegistrationBean.class).entrySet()) {
			if (bean.getValue() instanceof FilterRegistrationBean<?> registration
					&& registration.getFilter() instanceof CorsFilter filter) {
				registered.add(filter);
				if (registration.isEnabled()) {
					sources.addAll(read(bean.getKey(), filter, registration.getUrlPatterns(), registration.getOrder()));
				}
			}
		}
		for (Map.Entry<String, CorsFilter> bean : this.beans.ofType(CorsFilter.class).entrySet()) {
			if (registered.add(bean.getValue())) {
				sources.addAll(read(bean.getKey(), bean.getValue(), List.of(), order(bean.getKey(), bean.getValue())));
			}
		}
		return sources;
	}

	private List<CorsSource> read(String name, CorsFilter filter, Collection<String> urlPatterns, int order) {
		UrlPatterns mapped = new UrlPatterns(urlPatterns);
		FilterRespondent respondent = new FilterRespondent(filter, this.servletPath);
		Standing standing = (order < this.policyOrder)
				? new Standing.Ahead(order, this.policyOrder, mapped.paths(), TimeLimit.with(respondent))
				: Standing.BEHIND;
		return this.reader.read(CorsSource.Kind.CORS_FILTER, name, filter, respondent)
			.stream()
			.map((source) -> mapped.restrict(source).standing(standing))
			.toList();
	}

	private int order(String name, CorsFilter filter) {
		if (filter instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beans.factory().findAnnotationOnBean(name, Order.class);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

}
