package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SamplePath;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Reads the beans that are a {@link CorsConfigurationSource}, whoever uses them. On this
 * stack no source tells its patterns: each is asked about the paths of the application's
 * handlers, and about paths that only a pattern for everything can match.
 */
public final class ConfigurationSourceInspector implements CorsSourceInspector {

	private static final List<String> STRANGE_PATHS = List.of("/", "/cors-probe-7f3a", "/cors-probe-7f3a/b/c/d");

	private static final String ANYTHING = "/**";

	private final ListableBeanFactory beanFactory;

	private final Class<? extends CorsConfigurationSource> own;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the beans are
	 * @param own the type of the source that answers what the policies decide
	 */
	public ConfigurationSourceInspector(ListableBeanFactory beanFactory, Class<? extends CorsConfigurationSource> own) {
		this.beanFactory = beanFactory;
		this.own = own;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, CorsConfigurationSource.class, false, false)
			.forEach((name, source) -> {
				if (!this.own.isInstance(source)) {
					sources.addAll(read(name, source));
				}
			});
		return sources;
	}

	private List<CorsSource> read(String name, CorsConfigurationSource source) {
		try {
			return new Interview(source).findings(handlerPatterns())
				.entrySet()
				.stream()
				.map((entry) -> CorsSource.code(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, name,
						List.copyOf(entry.getValue()), entry.getKey()))
				.toList();
		}
		catch (RuntimeException ex) {
			return List.of(CorsSource.code(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, name, List.of(), null));
		}
	}

	private Set<String> handlerPatterns() {
		Set<String> patterns = new TreeSet<>();
		BeanFactoryUtils
			.beansOfTypeIncludingAncestors(this.beanFactory, RequestMappingInfoHandlerMapping.class, false, false)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods()
				.keySet()
				.forEach((info) -> info.getPatternsCondition()
					.getPatterns()
					.forEach((pattern) -> patterns.add(pattern.getPatternString()))));
		return patterns;
	}

	/**
	 * Asks one source.
	 */
	private static final class Interview {

		private final CorsConfigurationSource source;

		private boolean samePathSameAnswer = true;

		private boolean anyPathSameAnswer = true;

		Interview(CorsConfigurationSource source) {
			this.source = source;
		}

		/**
		 * Returns what is allowed where.
		 * @param patterns the patterns to ask about
		 * @return the patterns by configuration
		 * @throws IllegalStateException if the answers depend on more than the path, or
		 * if nothing is found
		 */
		Map<SourceConfiguration, Set<String>> findings(Set<String> patterns) {
			Map<SourceConfiguration, Set<String>> findings = new LinkedHashMap<>();
			Set<@Nullable SourceConfiguration> everywhere = new HashSet<>();
			STRANGE_PATHS.forEach((path) -> everywhere.add(ask(path)));
			SourceConfiguration common = (everywhere.size() == 1) ? everywhere.iterator().next() : null;
			if (common != null) {
				findings.put(common, Set.of(ANYTHING));
			}
			for (String pattern : this.anyPathSameAnswer ? Set.<String>of() : patterns) {
				SourceConfiguration special = ask(SamplePath.of(pattern));
				if (special != null && !special.equals(common)) {
					findings.computeIfAbsent(special, (key) -> new TreeSet<>()).add(pattern);
				}
			}
			if (!this.samePathSameAnswer || (findings.isEmpty() && !this.anyPathSameAnswer)) {
				throw new IllegalStateException("Cannot be told by asking");
			}
			return findings;
		}

		private @Nullable SourceConfiguration ask(String path) {
			ProbeExchange probe = new ProbeExchange(path);
			CorsConfiguration configuration = this.source.getCorsConfiguration(probe.asExchange());
			this.samePathSameAnswer &= !probe.wasOtherRead();
			this.anyPathSameAnswer &= !probe.wasPathRead();
			return (configuration != null) ? CorsConfigurations.read(configuration) : null;
		}

	}

}
