package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.CorsSource;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Reads the beans that are a {@link CorsConfigurationSource}, whoever uses them.
 */
public final class ConfigurationSourceInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	private final ServletPath servletPath;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the beans are
	 * @param own the type of the source that answers what the policies decide
	 * @param servletPath the path of the dispatcher servlet
	 */
	public ConfigurationSourceInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own,
			ServletPath servletPath) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.servletPath = servletPath;
	}

	@Override
	public List<CorsSource> inspect() {
		return SourceBeans.of(this.beanFactory, this.own)
			.read()
			.stream()
			.flatMap((bean) -> bean.sources(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, bean.name(), this.servletPath)
				.stream())
			.toList();
	}

}
