package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Reads what {@code addCorsMappings} and its like have configured for the handler
 * mappings of Spring MVC, those of Spring Data REST included.
 */
public final class CorsMappingsInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	private final ServletPath servletPath;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the handler mappings and their configurers are
	 * @param servletPath the path of the dispatcher servlet
	 */
	public CorsMappingsInspector(ListableBeanFactory beanFactory, ServletPath servletPath) {
		this.beanFactory = beanFactory;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		List<NamedMapping> configured = new ArrayList<>();
		for (NamedMapping named : HandlerMappings.of(this.beanFactory)) {
			if (named.mapping().getCorsConfigurationSource() != null) {
				configured.add(named);
			}
		}
		return configured.isEmpty() ? List.of() : read(configured, MappingOwners.of(this.beanFactory));
	}

	private List<CorsSource> read(List<NamedMapping> configured, MappingOwners owners) {
		Set<CorsSource> sources = new LinkedHashSet<>();
		for (NamedMapping named : configured) {
			CorsConfigurationSource source = named.mapping().getCorsConfigurationSource();
			if (source instanceof UrlBasedCorsConfigurationSource mappings && SourceBean.isPlain(mappings.getClass())) {
				sources.addAll(read(named, mappings, owners));
			}
			else {
				sources.add(CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, named.name(), List.of(), null));
			}
		}
		return List.copyOf(sources);
	}

	private List<CorsSource> read(NamedMapping named, UrlBasedCorsConfigurationSource mappings, MappingOwners owners) {
		Map<String, SourceConfiguration> configurations = new TreeMap<>();
		mappings.getCorsConfigurations()
			.forEach((pattern, configuration) -> configurations.put(pattern, CorsConfigurations.read(configuration)));
		List<CorsSource> sources = new ArrayList<>();
		configurations.forEach((pattern, configuration) -> {
			if (named.isOfDataRest()) {
				sources.add(source(CorsSource.Kind.DATA_REST, named.name(), pattern, configuration));
			}
			else if (!owners.isOfSpringBoot(pattern)) {
				sources.add(source(CorsSource.Kind.CORS_MAPPINGS, owners.nameOf(pattern, named.name()), pattern,
						configuration));
			}
		});
		return sources;
	}

	private CorsSource source(CorsSource.Kind kind, String name, String pattern, SourceConfiguration configuration) {
		return CorsSource.code(kind, name, this.servletPath.within(List.of(pattern)), configuration);
	}

}
