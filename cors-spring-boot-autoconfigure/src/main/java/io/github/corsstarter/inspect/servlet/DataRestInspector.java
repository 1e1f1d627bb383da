package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CrossOriginAnnotations;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.GenericTypeResolver;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Reads {@code @CrossOrigin} on the repositories that Spring Data REST exports, merged
 * with what is configured for all of them. Its types are asked for their public
 * properties by name.
 */
final class DataRestInspector implements CorsSourceInspector {

	private static final String REPOSITORY = "org.springframework.data.repository.Repository";

	private static final String MAPPINGS = "resourceMappings";

	private static final String SETTINGS = "repositoryRestConfiguration";

	private static final List<RequestMethod> METHODS = Arrays.stream(RequestMethod.values())
		.filter((method) -> method != RequestMethod.TRACE)
		.toList();

	private final Beans beans;

	private final ServletPath servletPath;

	/**
	 * Create an inspector.
	 * @param beans where the repositories are
	 * @param servletPath the path of the dispatcher servlet
	 */
	DataRestInspector(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.DATA_REST;
	}

	@Override
	public List<CorsSource> inspect() {
		if (!this.beans.factory().containsBean(MAPPINGS) || !this.beans.factory().containsBean(SETTINGS)) {
			return List.of();
		}
		List<CorsSource> sources = new ArrayList<>();
		for (String name : this.beans.factory().getBeanNamesForAnnotation(CrossOrigin.class)) {
			Class<?> type = this.beans.factory().getType(name);
			if (type != null && isRepository(type)) {
				sources.addAll(readOrNote(type));
			}
		}
		sources.sort(Comparator.comparing(CorsSource::name));
		return sources;
	}

	/**
	 * Return the patterns of the paths of all repositories, whether they have CORS
	 * configuration or not.
	 * @return the patterns, relative to the application; none if they cannot be read
	 */
	List<String> paths() {
		if (!this.beans.factory().containsBean(MAPPINGS) || !this.beans.factory().containsBean(SETTINGS)) {
			return List.of();
		}
		List<String> paths = new ArrayList<>();
		try {
			if (this.beans.factory().getBean(MAPPINGS) instanceof Iterable<?> resources) {
				for (Object resource : resources) {
					if (Boolean.TRUE.equals(property(resource, "exported"))) {
						paths.add(this.servletPath.within(pattern(resource)));
					}
				}
			}
		}
		catch (BeansException ex) {
			// What cannot be read is not asked for
		}
		return paths;
	}

	private boolean isRepository(Class<?> type) {
		return type.isInterface() && repositoryType().isAssignableFrom(type);
	}

	private Class<?> repositoryType() {
		return ClassUtils.resolveClassName(REPOSITORY, this.beans.factory().getBeanClassLoader());
	}

	private List<CorsSource> readOrNote(Class<?> repository) {
		try {
			return read(repository);
		}
		catch (BeansException ex) {
			return List.of(CorsSource.code(CorsSource.Kind.DATA_REST, repository.getName(), List.of(),
					new SourceContent.Opaque("Reading it failed with " + ex + ".")));
		}
	}

	private List<CorsSource> read(Class<?> repository) {
		Class<?>[] arguments = GenericTypeResolver.resolveTypeArguments(repository, repositoryType());
		Object mappings = this.beans.factory().getBean(MAPPINGS);
		List<CorsSource> sources = new ArrayList<>();
		if (arguments != null && mappings instanceof Iterable<?> resources) {
			for (Object resource : resources) {
				if (arguments[0].equals(property(resource, "domainType"))
						&& Boolean.TRUE.equals(property(resource, "exported"))) {
					sources.add(source(repository, pattern(resource)));
				}
			}
		}
		return sources;
	}

	private String pattern(Object resource) {
		String basePath = String.valueOf(property(this.beans.factory().getBean(SETTINGS), "basePath"));
		String path = property(resource, "path") + "/**";
		return basePath + (path.startsWith("/") ? path : "/" + path);
	}

	private CorsSource source(Class<?> repository, String pattern) {
		CorsConfiguration local = new CrossOriginAnnotations(this.beans.factory()).read(repository, METHODS);
		CorsConfiguration merged = Objects.requireNonNull(local).combine(global(pattern));
		return CorsSource.annotation(CorsSource.Kind.DATA_REST, repository.getName(),
				this.servletPath.within(List.of(pattern)), 1, CorsConfigurations.read(merged));
	}

	private @Nullable CorsConfiguration global(String pattern) {
		CorsConfigurationSource source = HandlerMappings.of(this.beans)
			.stream()
			.filter(NamedMapping::isOfDataRest)
			.map((named) -> named.mapping().getCorsConfigurationSource())
			.findFirst()
			.orElse(null);
		return (source != null) ? source.getCorsConfiguration(
				new ProbeRequest(SamplePath.of(pattern).path(), "https://example.com", "GET").parsed().asRequest())
				: null;
	}

	private static @Nullable Object property(Object bean, String name) {
		return PropertyAccessorFactory.forBeanPropertyAccess(bean).getPropertyValue(name);
	}

}
