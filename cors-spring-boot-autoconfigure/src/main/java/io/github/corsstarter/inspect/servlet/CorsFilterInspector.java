package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Finds Spring's {@link CorsFilter}, whether it is a bean or part of a registration. It
 * does not tell its source, which is found out by its answers.
 */
public final class CorsFilterInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	private final ServletPath servletPath;

	private final int policyOrder;

	private final Supplier<List<CorsSource>> sources = SingletonSupplier.of(this::read);

	/**
	 * Creates an inspector.
	 * @param beanFactory where the filters are
	 * @param own the type of the source that answers what the policies decide
	 * @param servletPath the path of the dispatcher servlet
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	public CorsFilterInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own,
			ServletPath servletPath, int policyOrder) {
		this.beanFactory = beanFactory;
		this.own = own;
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
		FilterSource reader = new FilterSource(SourceBeans.of(this.beanFactory, this.own), this.servletPath);
		List<CorsSource> sources = new ArrayList<>();
		Set<CorsFilter> registered = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Map.Entry<String, ?> bean : beans(FilterRegistrationBean.class)) {
			if (bean.getValue() instanceof FilterRegistrationBean<?> registration
					&& registration.getFilter() instanceof CorsFilter filter) {
				registered.add(filter);
				if (registration.isEnabled()) {
					sources.addAll(read(reader, bean.getKey(), filter, registration.getUrlPatterns(),
							registration.getOrder()));
				}
			}
		}
		for (Map.Entry<String, ?> bean : beans(CorsFilter.class)) {
			if (bean.getValue() instanceof CorsFilter filter && registered.add(filter)) {
				sources.addAll(read(reader, bean.getKey(), filter, List.of(), order(bean.getKey(), filter)));
			}
		}
		return sources;
	}

	private Set<? extends Map.Entry<String, ?>> beans(Class<?> type) {
		return BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, type, false, false).entrySet();
	}

	private List<CorsSource> read(FilterSource reader, String name, CorsFilter filter, Collection<String> urlPatterns,
			int order) {
		UrlPatterns mapped = new UrlPatterns(urlPatterns);
		return reader.read(CorsSource.Kind.CORS_FILTER, name, filter)
			.stream()
			.map(mapped::restrict)
			.map((source) -> (order < this.policyOrder) ? source.notShadowable() : source)
			.toList();
	}

	private int order(String name, CorsFilter filter) {
		if (filter instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beanFactory.findAnnotationOnBean(name, Order.class);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

}
