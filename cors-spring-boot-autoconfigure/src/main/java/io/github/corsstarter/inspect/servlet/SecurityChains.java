package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.CorsFilter;

/**
 * The chains of Spring Security, of which the first that matches a request answers with
 * its CORS filter. The rest of it is not asked.
 *
 * @param chains the chains in order
 * @param servletPath the path of the dispatcher servlet
 */
record SecurityChains(List<SecurityFilterChain> chains, ServletPath servletPath) implements Respondent {

	private static final String REGISTRATION = "securityFilterChainRegistration";

	static SecurityChains of(Beans beans, ServletPath servletPath) {
		return new SecurityChains(beans.factory().getBeanProvider(SecurityFilterChain.class).orderedStream().toList(),
				servletPath);
	}

	/**
	 * Return the order of the filter with the chains, which is that of any other bean
	 * that is a filter unless Spring Boot registers it.
	 */
	static int order(Beans beans) {
		return beans.factory().containsBean(REGISTRATION)
				? beans.factory().getBean(REGISTRATION, DelegatingFilterProxyRegistrationBean.class).getOrder()
				: Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public Answer answer(CorsRequest request) {
		for (SecurityFilterChain chain : this.chains) {
			if (chain.matches(new ProbeRequest(request, this.servletPath).asRequest())) {
				return answer(chain, request);
			}
		}
		return Answer.PASSED_ON;
	}

	private Answer answer(SecurityFilterChain chain, CorsRequest request) {
		for (Filter filter : chain.getFilters()) {
			if (filter instanceof CorsFilter) {
				return new FilterRespondent(filter, this.servletPath).answer(request);
			}
		}
		return Answer.PASSED_ON;
	}

}
