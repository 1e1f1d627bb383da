package io.github.corsstarter.inspect.reactive;

import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/**
 * Finds the chains of Spring Security that have a {@link CorsWebFilter}, which tells
 * neither its paths nor what it allows.
 */
public final class SecurityWebFilterChainInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the chains are
	 * @param own the type of the source that answers what the policies decide
	 */
	public SecurityWebFilterChainInspector(ListableBeanFactory beanFactory,
			Class<? extends CorsConfigurationSource> own) {
		this.beanFactory = beanFactory;
		this.own = own;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	@Override
	public List<CorsSource> inspect() {
		return BeanFactoryUtils
			.beansOfTypeIncludingAncestors(this.beanFactory, SecurityWebFilterChain.class, false, false)
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().getWebFilters().toStream().anyMatch(this::isForeign))
			.map((entry) -> CorsSource.code(CorsSource.Kind.SECURITY_FILTER_CHAIN, entry.getKey(), List.of(), null))
			.toList();
	}

	/**
	 * The chain wraps the filter into one that names it.
	 */
	private boolean isForeign(WebFilter filter) {
		return filter.toString().contains(CorsWebFilter.class.getName()) && FilterProbe.sourceType(filter) != this.own;
	}

}
