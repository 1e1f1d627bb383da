package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads what {@code http.cors()} has put into the chains of Spring Security. A chain that
 * asks the handler mappings of Spring MVC has no configuration of its own.
 */
public final class SecurityFilterChainInspector implements CorsSourceInspector {

	private static final String REGISTRATION = "securityFilterChainRegistration";

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	private final ServletPath servletPath;

	private final int policyOrder;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the chains are
	 * @param own the type of the source that answers what the policies decide
	 * @param servletPath the path of the dispatcher servlet
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	public SecurityFilterChainInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own,
			ServletPath servletPath, int policyOrder) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.servletPath = servletPath;
		this.policyOrder = policyOrder;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	@Override
	public List<CorsSource> inspect() {
		FilterSource reader = new FilterSource(SourceBeans.of(this.beanFactory, this.own), this.servletPath);
		List<CorsSource> sources = new ArrayList<>();
		Map<String, SecurityFilterChain> chains = BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory,
				SecurityFilterChain.class, false, false);
		chains.forEach((name, chain) -> chain.getFilters().forEach((filter) -> {
			if (filter instanceof CorsFilter corsFilter) {
				sources.addAll(reader.read(CorsSource.Kind.SECURITY_FILTER_CHAIN, name, corsFilter));
			}
		}));
		return (order() < this.policyOrder) ? sources.stream().map(CorsSource::notShadowable).toList() : sources;
	}

	/**
	 * Returns the order of the filter with the chains, which is that of any other bean
	 * that is a filter unless Spring Boot registers it.
	 */
	private int order() {
		return this.beanFactory.containsBean(REGISTRATION)
				? this.beanFactory.getBean(REGISTRATION, DelegatingFilterProxyRegistrationBean.class).getOrder()
				: Ordered.LOWEST_PRECEDENCE;
	}

}
