package io.github.corsstarter.inspect.servlet;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

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

	/** The bean by which Spring Boot registers the chains. */
	static final String REGISTRATION = "securityFilterChainRegistration";

	static SecurityChains of(Beans beans, ServletPath servletPath) {
		Collection<SecurityFilterChain> own = beans.ofType(SecurityFilterChain.class).values();
		return new SecurityChains(beans.factory()
			.getBeanProvider(SecurityFilterChain.class)
			.orderedStream()
			.filter(own::contains)
			.toList(), servletPath);
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

	/**
	 * Finds the chain that a request comes to.
	 * @param request the request
	 * @return the first that matches it, or {@code null}
	 */
	@Nullable SecurityFilterChain find(CorsRequest request) {
		HttpServletRequest asked = new ProbeRequest(request, this.servletPath).asRequest();
		for (SecurityFilterChain chain : this.chains) {
			if (chain.matches(asked)) {
				return chain;
			}
		}
		return null;
	}

	@Override
	public Answer answer(CorsRequest request) {
		SecurityFilterChain chain = find(request);
		for (Filter filter : (chain != null) ? chain.getFilters() : List.<Filter>of()) {
			if (filter instanceof CorsFilter) {
				return new FilterRespondent(filter, this.servletPath).answer(request);
			}
		}
		return Answer.PASSED_ON;
	}

}
