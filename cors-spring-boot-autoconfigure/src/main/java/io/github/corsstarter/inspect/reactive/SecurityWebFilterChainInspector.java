package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/**
 * Finds the chains of Spring Security that have a {@link CorsWebFilter}, which tells
 * neither its paths nor what it allows, and so is asked.
 */
final class SecurityWebFilterChainInspector implements CorsSourceInspector {

	private final Beans beans;

	private final SourceProbe probe;

	private final Class<? extends CorsConfigurationSource> own;

	private final int policyOrder;

	/**
	 * Create an inspector.
	 * @param beans where the chains are
	 * @param probe asks them
	 * @param own the type of the source that answers what the policies decide
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	SecurityWebFilterChainInspector(Beans beans, SourceProbe probe, Class<? extends CorsConfigurationSource> own,
			int policyOrder) {
		this.beans = beans;
		this.probe = probe;
		this.own = own;
		this.policyOrder = policyOrder;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (Map.Entry<String, SecurityWebFilterChain> bean : this.beans.ofType(SecurityWebFilterChain.class)
			.entrySet()) {
			for (WebFilter filter : bean.getValue().getWebFilters().toIterable()) {
				if (isForeign(filter)) {
					sources.add(source(bean.getKey(), bean.getValue(), filter));
				}
			}
		}
		return sources;
	}

	private CorsSource source(String name, SecurityWebFilterChain chain, WebFilter filter) {
		SecurityWebChains chains = SecurityWebChains.of(this.beans);
		Respondent respondent = new ChainRespondent(chains, chain, filter);
		Reach reach = Reach.of((request) -> chains.leadTo(chain, request), this.probe.paths());
		CorsSource source = this.probe.source(kind(), name, () -> reach, FilterProbe.respondent(filter, respondent));
		int order = order();
		Standing standing = (order < this.policyOrder)
				? new Standing.Ahead(order, this.policyOrder, reach.possible(), TimeLimit.with(respondent))
				: Standing.BEHIND;
		return reach.restrict(source).standing(standing);
	}

	/**
	 * Return the order of the filter with the chains.
	 */
	private int order() {
		return this.beans.namesOf(WebFilterChainProxy.class)
			.stream()
			.map((name) -> this.beans.factory().findAnnotationOnBean(name, Order.class))
			.filter(Objects::nonNull)
			.mapToInt(Order::value)
			.min()
			.orElse(Ordered.LOWEST_PRECEDENCE);
	}

	/**
	 * The chain wraps the filter into one that names it.
	 */
	private boolean isForeign(WebFilter filter) {
		return filter.toString().contains(CorsWebFilter.class.getName()) && FilterProbe.sourceType(filter) != this.own;
	}

	/**
	 * The CORS filter of a chain, for the requests that come to the chain.
	 *
	 * @param chains all chains
	 * @param chain the chain
	 * @param filter its filter
	 */
	private record ChainRespondent(SecurityWebChains chains, SecurityWebFilterChain chain,
			WebFilter filter) implements Respondent {

		@Override
		public Answer answer(CorsRequest request) {
			return this.chains.leadTo(this.chain, request) ? new FilterRespondent(this.filter).answer(request)
					: Answer.PASSED_ON;
		}

	}

}
