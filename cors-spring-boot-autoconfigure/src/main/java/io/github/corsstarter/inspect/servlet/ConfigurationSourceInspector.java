package io.github.corsstarter.inspect.servlet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Reads the beans that are a {@link CorsConfigurationSource}, whoever uses them.
 */
public final class ConfigurationSourceInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	private final ServletPath servletPath;

	private final CorsFilterInspector filters;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the beans are
	 * @param own the type of the source that answers what the policies decide
	 * @param servletPath the path of the dispatcher servlet
	 * @param filters knows which filters use the beans
	 */
	public ConfigurationSourceInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own,
			ServletPath servletPath, CorsFilterInspector filters) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.servletPath = servletPath;
		this.filters = filters;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	@Override
	public List<CorsSource> inspect() {
		List<SourceBean> beans = SourceBeans.of(this.beanFactory, this.own).read();
		if (beans.isEmpty()) {
			return List.of();
		}
		Set<SourceConfiguration> early = early();
		return beans.stream()
			.flatMap((bean) -> bean.sources(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, bean.name(), this.servletPath)
				.stream())
			.map((source) -> early.contains(source.configuration()) ? source.notShadowable() : source)
			.toList();
	}

	/**
	 * Returns what filters of these beans allow that run before the policies do.
	 */
	private Set<SourceConfiguration> early() {
		return this.filters.inspect()
			.stream()
			.filter((source) -> !source.shadowable())
			.map(CorsSource::configuration)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

}
