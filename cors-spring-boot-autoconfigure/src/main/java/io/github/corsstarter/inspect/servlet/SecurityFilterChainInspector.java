package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.ConfiguredPaths;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.PolicyPlace;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.web.HandlerPath;
import jakarta.servlet.Filter;

import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads what {@code http.cors()} has put into the chains of Spring Security. A chain that
 * asks the handler mappings of Spring MVC has no configuration of its own.
 */
final class SecurityFilterChainInspector implements CorsSourceInspector {

	private final Beans beans;

	private final FilterReader reader;

	private final Supplier<? extends Collection<HandlerPath>> paths;

	private final ServletPath servletPath;

	private final PolicyPlace policies;

	/**
	 * Create an inspector.
	 * @param beans where the chains are
	 * @param reader reads filters
	 * @param paths the paths of the application's handlers
	 * @param servletPath the path of the dispatcher servlet
	 * @param policies where the filter that obeys the policies stands
	 */
	SecurityFilterChainInspector(Beans beans, FilterReader reader, Supplier<? extends Collection<HandlerPath>> paths,
			ServletPath servletPath, PolicyPlace policies) {
		this.beans = beans;
		this.reader = reader;
		this.paths = paths;
		this.servletPath = servletPath;
		this.policies = policies;
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
		SecurityChains chains = SecurityChains.of(this.beans, this.servletPath);
		Respondent respondent = new ChainRespondent(chains, chain, filter);
		Predicate<CorsRequest> called = (request) -> chains.find(request) == chain;
		Supplier<Reach> found = SingletonSupplier.of(() -> Reach.of(called, this.paths));
		List<CorsSource> sources = this.reader.read(kind(), name, filter, found, respondent);
		if (sources.isEmpty()) {
			return List.of();
		}
		Reach reach = Reach.of(called, () -> withOwn(sources));
		Standing standing = this.policies.of(SecurityChains.REGISTRATION, SecurityChains.order(this.beans), reach,
				respondent);
		return sources.stream().map((source) -> reach.restrict(source).standing(standing)).toList();
	}

	/**
	 * Adds the paths that the configuration of a chain is for.
	 */
	private List<HandlerPath> withOwn(List<CorsSource> sources) {
		List<HandlerPath> paths = new ArrayList<>(this.paths.get());
		sources.forEach((source) -> paths.addAll(ConfiguredPaths.of(source.paths())));
		return paths;
	}

	/**
	 * The CORS filter of a chain, for the requests that come to the chain.
	 *
	 * @param chains all chains
	 * @param chain the chain
	 * @param filter its filter
	 */
	private record ChainRespondent(SecurityChains chains, SecurityFilterChain chain,
			CorsFilter filter) implements Respondent {

		@Override
		public Answer answer(CorsRequest request) {
			return (this.chains.find(request) == this.chain)
					? new FilterRespondent(this.filter, this.chains.servletPath()).answer(request) : Answer.PASSED_ON;
		}

	}

}
