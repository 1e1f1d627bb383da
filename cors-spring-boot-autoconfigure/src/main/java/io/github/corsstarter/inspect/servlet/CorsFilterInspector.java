package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.PolicyPlace;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.CorsFilter;

/**
 * Finds Spring's {@link CorsFilter}, whether it is a bean or part of a registration. It
 * does not tell its source, which is found out by its answers.
 */
final class CorsFilterInspector implements CorsSourceInspector {

	private final Beans beans;

	private final FilterReader reader;

	private final ServletPath servletPath;

	private final PolicyPlace policies;

	private final Supplier<List<CorsSource>> sources = SingletonSupplier.of(this::read);

	/**
	 * Create an inspector.
	 * @param beans where the filters are
	 * @param reader reads filters
	 * @param servletPath the path of the dispatcher servlet
	 * @param policies where the filter that obeys the policies stands
	 */
	CorsFilterInspector(Beans beans, FilterReader reader, ServletPath servletPath, PolicyPlace policies) {
		this.beans = beans;
		this.reader = reader;
		this.servletPath = servletPath;
		this.policies = policies;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_FILTER;
	}

	/**
	 * Reads the filters once: some have to be asked, and that is the application's code.
	 */
	@Override
	public List<CorsSource> inspect() {
		return this.sources.get();
	}

	private List<CorsSource> read() {
		List<CorsSource> sources = new ArrayList<>();
		for (RegisteredFilter registered : RegisteredFilter.of(this.beans)) {
			sources.addAll(read(registered));
		}
		return sources;
	}

	private List<CorsSource> read(RegisteredFilter registered) {
		Standing standing = standing(registered);
		Respondent respondent = new FilterRespondent(registered.filter(), this.servletPath);
		return this.reader.read(kind(), registered.name(), registered.filter(), registered::reach, respondent)
			.stream()
			.map((source) -> registered.reach().restrict(source).standing(standing))
			.toList();
	}

	private Standing standing(RegisteredFilter registered) {
		return registered.ofServlets() ? Standing.BEHIND : this.policies.of(registered.name(), registered.order(),
				registered.reach(), registered.respondent(this.servletPath));
	}

}
