package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.source.Standing;

import org.springframework.web.filter.CorsFilter;

/**
 * Reads the beans that are a {@code CorsConfigurationSource}, whoever uses them.
 */
final class ConfigurationSourceInspector implements CorsSourceInspector {

	private final FilterReader reader;

	private final ServletPath servletPath;

	private final CorsFilterInspector filters;

	/**
	 * Create an inspector.
	 * @param reader reads the beans
	 * @param servletPath the path of the dispatcher servlet
	 * @param filters knows which filters use the beans
	 */
	ConfigurationSourceInspector(FilterReader reader, ServletPath servletPath, CorsFilterInspector filters) {
		this.reader = reader;
		this.servletPath = servletPath;
		this.filters = filters;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (SourceBean bean : this.reader.beans()) {
			sources.addAll(read(bean));
		}
		if (sources.isEmpty()) {
			return List.of();
		}
		Map<SourceContent, Standing> ahead = ahead();
		return sources.stream()
			.map((source) -> source.standing(ahead.getOrDefault(source.content(), source.standing())))
			.toList();
	}

	private List<CorsSource> read(SourceBean bean) {
		if (bean.configurations() != null) {
			return bean.sources(kind(), bean.name(), this.servletPath);
		}
		FilterRespondent respondent = new FilterRespondent(new CorsFilter(bean.source()), this.servletPath);
		return List.of(this.reader.ask(kind(), bean.name(), respondent));
	}

	/**
	 * Return where filters stand that allow what these beans do, and run before the
	 * policies.
	 */
	private Map<SourceContent, Standing> ahead() {
		Map<SourceContent, Standing> ahead = new HashMap<>();
		for (CorsSource filter : this.filters.inspect()) {
			if (filter.standing() instanceof Standing.Ahead && filter.configuration() != null) {
				ahead.put(filter.content(), filter.standing());
			}
		}
		return ahead;
	}

}
