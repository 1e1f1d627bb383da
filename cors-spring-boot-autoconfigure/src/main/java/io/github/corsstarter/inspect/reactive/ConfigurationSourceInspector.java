package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Reads the beans that are a {@link CorsConfigurationSource}, whoever uses them. On this
 * stack no source tells its patterns: each is asked about the paths of the application's
 * handlers, and about paths that only a pattern for everything can match.
 */
final class ConfigurationSourceInspector implements CorsSourceInspector {

	private static final List<String> STRANGE_PATHS = List.of("/", "/cors-probe-7f3a", "/cors-probe-7f3a/b/c/d");

	private static final String ANYTHING = "/**";

	private final Beans beans;

	private final SourceProbe probe;

	private final Class<? extends CorsConfigurationSource> own;

	/**
	 * Create an inspector.
	 * @param beans where the beans are
	 * @param probe asks those that cannot be read
	 * @param own the type of the source that answers what the policies decide
	 */
	ConfigurationSourceInspector(Beans beans, SourceProbe probe, Class<? extends CorsConfigurationSource> own) {
		this.beans = beans;
		this.probe = probe;
		this.own = own;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (Map.Entry<String, CorsConfigurationSource> bean : this.beans.ofType(CorsConfigurationSource.class)
			.entrySet()) {
			if (!this.own.isInstance(bean.getValue())) {
				sources.addAll(read(bean.getKey(), bean.getValue()));
			}
		}
		return sources;
	}

	private List<CorsSource> read(String name, CorsConfigurationSource source) {
		Set<String> patterns = this.probe.paths()
			.get()
			.stream()
			.map(HandlerPath::pattern)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<SourceConfiguration, Set<String>> findings = TimeLimit
			.await(() -> new Questioning(source).findings(patterns), (opaque) -> null);
		if (findings == null) {
			return List.of(this.probe.source(kind(), name, new FilterRespondent(new CorsWebFilter(source))));
		}
		return findings.entrySet()
			.stream()
			.map((entry) -> CorsSource.code(kind(), name, List.copyOf(entry.getValue()), entry.getKey()))
			.toList();
	}

	/**
	 * Asks one source.
	 */
	private static final class Questioning {

		private final CorsConfigurationSource source;

		private boolean samePathSameAnswer = true;

		private boolean anyPathSameAnswer = true;

		Questioning(CorsConfigurationSource source) {
			this.source = source;
		}

		/**
		 * Return what is allowed where.
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
				SourceConfiguration special = ask(SamplePath.of(pattern).path());
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
			TrackedExchange probe = new TrackedExchange(path);
			CorsConfiguration configuration = this.source.getCorsConfiguration(probe.asExchange());
			this.samePathSameAnswer &= !probe.wasOtherRead();
			this.anyPathSameAnswer &= !probe.wasPathRead();
			return (configuration != null) ? CorsConfigurations.read(configuration) : null;
		}

	}

}
