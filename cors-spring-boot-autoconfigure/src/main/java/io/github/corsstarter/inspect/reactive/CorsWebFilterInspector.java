package io.github.corsstarter.inspect.reactive;

import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Finds the beans that are Spring's {@link CorsWebFilter}, which tells neither its paths
 * nor what it allows.
 */
public final class CorsWebFilterInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	private final int policyOrder;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the filters are
	 * @param own the type of the source that answers what the policies decide
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	public CorsWebFilterInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own,
			int policyOrder) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.policyOrder = policyOrder;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_FILTER;
	}

	@Override
	public List<CorsSource> inspect() {
		return BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, CorsWebFilter.class, false, false)
			.entrySet()
			.stream()
			.filter((entry) -> FilterProbe.sourceType(entry.getValue()) != this.own)
			.map((entry) -> source(entry.getKey(), entry.getValue()))
			.toList();
	}

	private CorsSource source(String name, CorsWebFilter filter) {
		CorsSource source = CorsSource.code(CorsSource.Kind.CORS_FILTER, name, List.of(), null);
		return (order(name, filter) < this.policyOrder) ? source.notShadowable() : source;
	}

	private int order(String name, CorsWebFilter filter) {
		if (filter instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beanFactory.findAnnotationOnBean(name, Order.class);
		return (order != null) ? order.value() : OrderUtils.getOrder(filter.getClass(), Ordered.LOWEST_PRECEDENCE);
	}

}
