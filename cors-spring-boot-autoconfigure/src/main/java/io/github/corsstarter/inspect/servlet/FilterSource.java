package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.web.filter.CorsFilter;

/**
 * What a filter of Spring's is found to be made of.
 */
final class FilterSource {

	private final SourceBeans beans;

	private final ServletPath servletPath;

	/**
	 * Creates the search.
	 * @param beans the sources that filters can have
	 * @param servletPath the path of the dispatcher servlet
	 */
	FilterSource(SourceBeans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	/**
	 * Reads a filter.
	 * @param kind what it is a part of
	 * @param name the name of that
	 * @param filter the filter
	 * @return what it allows, opaque where it cannot be told; nothing if it only asks the
	 * policies or the handler mappings, which are read elsewhere
	 */
	List<CorsSource> read(CorsSource.Kind kind, String name, CorsFilter filter) {
		if (filter.getClass() != CorsFilter.class) {
			return List.of(CorsSource.code(kind, name, List.of(), null));
		}
		FilterProbe probe = new FilterProbe(filter);
		Class<?> type = probe.sourceType();
		if (type != null && this.beans.isDelegating(type)) {
			return List.of();
		}
		SourceBean bean = this.beans.read().stream().filter(probe::answersAs).findFirst().orElse(null);
		return (bean != null) ? bean.sources(kind, name, this.servletPath)
				: List.of(CorsSource.code(kind, name, List.of(), null));
	}

}
