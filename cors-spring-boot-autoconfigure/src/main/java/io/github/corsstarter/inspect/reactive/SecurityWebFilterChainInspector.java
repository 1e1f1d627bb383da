package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.PolicyPlace;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;
import org.jspecify.annotations.Nullable;

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

	private final PolicyPlace policies;

	/**
	 * Create an inspector.
	 * @param beans where the chains are
	 * @param probe asks them
	 * @param own the type of the source that answers what the policies decide
	 * @param policies where the filter that obeys the policies stands
	 */
	SecurityWebFilterChainInspector(Beans beans, SourceProbe probe, Class<? extends CorsConfigurationSource> own,
			PolicyPlace policies) {
		this.beans = beans;
		this.probe = probe;
		this.own = own;
		this.policies = policies;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		this.beans.ofType(SecurityWebFilterChain.class).forEach((name, chain) -> {
			for (WebFilter filter : chain.getWebFilters()
				.filter(SecurityWebFilterChainInspector::isOfCors)
				.toIterable()) {
				Class<?> sourceType = FilterProbe.sourceType(filter);
				if (sourceType != this.own) {
					sources.add(source(name, chain, filter, sourceType));
				}
			}
		});
		return sources;
	}

	private CorsSource source(String name, SecurityWebFilterChain chain, WebFilter filter,
			@Nullable Class<?> sourceType) {
		SecurityWebChains chains = SecurityWebChains.of(this.beans);
		Respondent respondent = new ChainRespondent(chains, chain, filter);
		Reach reach = Reach.of((request) -> chains.leadTo(chain, request), this.probe.paths());
		CorsSource source = this.probe.source(kind(), name, () -> reach,
				FilterProbe.respondent(sourceType, respondent));
		return reach.restrict(source).standing(standing(reach, respondent));
	}

	/**
	 * The filter with the chains stands where they do.
	 */
	private Standing standing(Reach reach, Respondent respondent) {
		String proxy = this.beans.namesOf(WebFilterChainProxy.class)
			.stream()
			.min(Comparator.comparingInt(this::order))
			.orElse("");
		return this.policies.of(proxy, order(proxy), reach, respondent);
	}

	private int order(String proxy) {
		Order order = this.beans.factory().containsBean(proxy)
				? this.beans.factory().findAnnotationOnBean(proxy, Order.class) : null;
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * The chain wraps the filter into one that names it.
	 */
	private static boolean isOfCors(WebFilter filter) {
		return filter.toString().contains(CorsWebFilter.class.getName());
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
