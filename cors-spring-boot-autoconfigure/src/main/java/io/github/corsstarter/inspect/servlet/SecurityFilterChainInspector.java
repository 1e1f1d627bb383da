package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads what {@code http.cors()} has put into the chains of Spring Security. A chain that
 * asks the handler mappings of Spring MVC has no configuration of its own.
 */
final class SecurityFilterChainInspector implements CorsSourceInspector {

	private static final String REGISTRATION = "securityFilterChainRegistration";

	private final Beans beans;

	private final FilterReader reader;

	private final ServletPath servletPath;

	private final int policyOrder;

	/**
	 * Create an inspector.
	 * @param beans where the chains are
	 * @param reader reads filters
	 * @param servletPath the path of the dispatcher servlet
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	SecurityFilterChainInspector(Beans beans, FilterReader reader, ServletPath servletPath, int policyOrder) {
		this.beans = beans;
		this.reader = reader;
		this.servletPath = servletPath;
		this.policyOrder = policyOrder;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (Map.Entry<String, SecurityFilterChain> bean : this.beans.ofType(SecurityFilterChain.class).entrySet()) {
			for (Filter filter : bean.getValue().getFilters()) {
				if (filter instanceof CorsFilter corsFilter) {
					sources.addAll(read(bean.getKey(), bean.getValue(), corsFilter));
				}
			}
		}
		return sources;
	}

	private List<CorsSource> read(String name, SecurityFilterChain chain, CorsFilter filter) {
		Respondent respondent = new ChainRespondent(chain, filter, this.servletPath);
		int order = order();
		Standing standing = (order < this.policyOrder)
				? new Standing.Ahead(order, this.policyOrder, List.of("/**"), TimeLimit.with(respondent))
				: Standing.BEHIND;
		return this.reader.read(CorsSource.Kind.SECURITY_FILTER_CHAIN, name, filter, respondent)
			.stream()
			.map((source) -> source.standing(standing))
			.toList();
	}

	/**
	 * Return the order of the filter with the chains, which is that of any other bean
	 * that is a filter unless Spring Boot registers it.
	 */
	private int order() {
		return this.beans.factory().containsBean(REGISTRATION)
				? this.beans.factory().getBean(REGISTRATION, DelegatingFilterProxyRegistrationBean.class).getOrder()
				: Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * The CORS filter of a chain, for the requests that the chain is for.
	 *
	 * @param chain the chain
	 * @param filter its filter
	 * @param servletPath the path of the dispatcher servlet
	 */
	private record ChainRespondent(SecurityFilterChain chain, CorsFilter filter,
			ServletPath servletPath) implements Respondent {

		@Override
		public Answer answer(CorsRequest request) {
			boolean matches = this.chain.matches(new ProbeRequest(request, this.servletPath).asRequest());
			return matches ? new FilterRespondent(this.filter, this.servletPath).answer(request) : Answer.PASSED_ON;
		}

	}

}
