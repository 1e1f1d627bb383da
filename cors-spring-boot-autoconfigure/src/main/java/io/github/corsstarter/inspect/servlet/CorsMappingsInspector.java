package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;

import org.springframework.util.ClassUtils;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Reads what {@code addCorsMappings} and its like have configured for the handler
 * mappings of Spring MVC, those of Spring Data REST included.
 */
final class CorsMappingsInspector implements CorsSourceInspector {

	private static final String DATA_REST_CONFIGURER = "org.springframework.data.rest.webmvc.config."
			+ "RepositoryRestConfigurer";

	private final Beans beans;

	private final ServletPath servletPath;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings and their configurers are
	 * @param servletPath the path of the dispatcher servlet
	 */
	CorsMappingsInspector(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		List<NamedMapping> configured = new ArrayList<>();
		for (NamedMapping named : HandlerMappings.of(this.beans)) {
			if (named.mapping().getCorsConfigurationSource() != null) {
				configured.add(named);
			}
		}
		return configured.isEmpty() ? List.of() : read(configured, MappingOwners.of(this.beans));
	}

	private List<CorsSource> read(List<NamedMapping> configured, MappingOwners owners) {
		Set<CorsSource> sources = new LinkedHashSet<>();
		for (NamedMapping named : configured) {
			CorsConfigurationSource source = Objects.requireNonNull(named.mapping().getCorsConfigurationSource());
			if (source instanceof UrlBasedCorsConfigurationSource mappings && SourceBean.isPlain(mappings.getClass())) {
				sources.addAll(read(named, mappings, owners));
			}
			else {
				sources.add(ask(named, source));
			}
		}
		return List.copyOf(sources);
	}

	private CorsSource ask(NamedMapping named, CorsConfigurationSource source) {
		CorsSource asked = new SourceProbe(() -> HandlerPaths.of(named.mapping())).source(CorsSource.Kind.CORS_MAPPINGS,
				this.beans.writtenAs(named.name()), FilterRespondent.ofMapping(source));
		return asked.withPaths(this.servletPath.within(asked.paths()));
	}

	private List<CorsSource> read(NamedMapping named, UrlBasedCorsConfigurationSource mappings, MappingOwners owners) {
		Map<String, SourceConfiguration> configurations = new TreeMap<>();
		mappings.getCorsConfigurations()
			.forEach((pattern, configuration) -> configurations.put(pattern, CorsConfigurations.read(configuration)));
		List<CorsSource> sources = new ArrayList<>();
		configurations.forEach((pattern, configuration) -> {
			if (named.isOfDataRest()) {
				sources.add(source(CorsSource.Kind.DATA_REST, dataRestOwner(named.name()), pattern, configuration));
			}
			else if (!owners.isOfSpringBoot(pattern)) {
				sources.add(source(CorsSource.Kind.CORS_MAPPINGS,
						owners.nameOf(pattern, this.beans.writtenAs(named.name())), pattern, configuration));
			}
		});
		return sources;
	}

	private String dataRestOwner(String mapping) {
		Class<?> configurer = ClassUtils.resolveClassName(DATA_REST_CONFIGURER,
				this.beans.factory().getBeanClassLoader());
		return this.beans.writtenBy(configurer, mapping);
	}

	private CorsSource source(CorsSource.Kind kind, String name, String pattern, SourceConfiguration configuration) {
		return CorsSource.code(kind, name, this.servletPath.within(List.of(pattern)), configuration);
	}

}
