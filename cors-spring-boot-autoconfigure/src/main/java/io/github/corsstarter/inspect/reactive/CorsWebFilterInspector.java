package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.PolicyPlace;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.validation.source.CorsSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Finds the beans that are Spring's {@link CorsWebFilter}, which tells neither its paths
 * nor what it allows, and so is asked.
 */
final class CorsWebFilterInspector implements CorsSourceInspector {

	private final Beans beans;

	private final SourceProbe probe;

	private final Class<? extends CorsConfigurationSource> own;

	private final PolicyPlace policies;

	/**
	 * Create an inspector.
	 * @param beans where the filters are
	 * @param probe asks them
	 * @param own the type of the source that answers what the policies decide
	 * @param policies where the filter that obeys the policies stands
	 */
	CorsWebFilterInspector(Beans beans, SourceProbe probe, Class<? extends CorsConfigurationSource> own,
			PolicyPlace policies) {
		this.beans = beans;
		this.probe = probe;
		this.own = own;
		this.policies = policies;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_FILTER;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		this.beans.ofType(CorsWebFilter.class).forEach((name, filter) -> {
			Class<?> sourceType = FilterProbe.sourceType(filter);
			if (sourceType != this.own) {
				sources.add(source(name, filter, sourceType));
			}
		});
		return sources;
	}

	private CorsSource source(String name, CorsWebFilter filter, @Nullable Class<?> sourceType) {
		FilterRespondent respondent = new FilterRespondent(filter);
		CorsSource source = this.probe.source(kind(), name, FilterProbe.respondent(sourceType, respondent));
		return source.standing(this.policies.of(name, order(name, filter), Reach.EVERYWHERE, respondent));
	}

	/**
	 * Return the order by which WebFlux sorts its filters: that of the bean's definition
	 * or method, whatever the filter says of itself.
	 */
	private int order(String name, CorsWebFilter filter) {
		Integer defined = definedOrder(name);
		if (defined != null) {
			return defined;
		}
		return (filter instanceof Ordered ordered) ? ordered.getOrder()
				: OrderUtils.getOrder(filter.getClass(), Ordered.LOWEST_PRECEDENCE);
	}

	private @Nullable Integer definedOrder(String name) {
		if (this.beans.factory().containsBeanDefinition(name)
				&& this.beans.factory().getMergedBeanDefinition(name) instanceof RootBeanDefinition definition) {
			Method method = definition.getResolvedFactoryMethod();
			return (definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer order) ? order
					: (method != null) ? OrderUtils.getOrder((AnnotatedElement) method) : null;
		}
		return null;
	}

}
