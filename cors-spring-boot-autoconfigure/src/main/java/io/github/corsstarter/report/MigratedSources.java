package io.github.corsstarter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * What an application's CORS configuration says outside of {@code cors.*}, as policies:
 * equal configurations are one, with all their paths. Not safe for use by several
 * threads.
 */
final class MigratedSources {

	private static final Set<CorsSource.Kind> STAYING = Set.of(CorsSource.Kind.WEBSOCKET, CorsSource.Kind.GATEWAY);

	private final Respondent application;

	private final EarlierFilters filters;

	private final List<MigratedPolicy> policies = new ArrayList<>();

	private final List<String> unread = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private MigratedSources(Respondent application, EarlierFilters filters) {
		this.application = application;
		this.filters = filters;
	}

	/**
	 * Read the sources.
	 * @param sources the application's CORS configuration
	 * @param application answers as the whole of it does
	 * @return what they say
	 */
	static MigratedSources of(List<JudgedSource> sources, Respondent application) {
		MigratedSources migrated = new MigratedSources(application,
				EarlierFilters.among(sources.stream().map(JudgedSource::source).toList()));
		migrated.read(sources);
		return migrated;
	}

	List<MigratedPolicy> policies() {
		return this.policies;
	}

	/**
	 * Return what could not be read.
	 */
	List<String> unread() {
		return this.unread;
	}

	/**
	 * Return what ends preflights before a handler is asked.
	 */
	List<String> enders() {
		return this.filters.phrases();
	}

	List<String> notes() {
		return this.notes;
	}

	private void read(List<JudgedSource> sources) {
		Map<SourceConfiguration, TreeSet<String>> paths = new LinkedHashMap<>();
		Map<SourceConfiguration, String> names = new LinkedHashMap<>();
		for (JudgedSource judged : sources) {
			SourceConfiguration configuration = configuration(judged);
			List<String> effective = (configuration != null) ? effectivePaths(judged.source()) : List.of();
			if (configuration != null && !effective.isEmpty()) {
				SourceConfiguration uniform = uniform(configuration);
				paths.computeIfAbsent(uniform, (key) -> new TreeSet<>()).addAll(effective);
				names.putIfAbsent(uniform, judged.source().name());
			}
		}
		PolicyNames unused = new PolicyNames();
		paths.forEach((configuration, patterns) -> {
			String name = unused.next(names.getOrDefault(configuration, ""));
			this.policies.add(new MigratedPolicy(name, patterns, configuration));
			if (configuration.maxAge() == null) {
				this.notes.add("No max-age is set today for " + String.join(", ", patterns)
						+ ": browsers take that for 5 seconds, and so 'max-age: 5s' is written. "
						+ "Leave it out for the 30 minutes that a policy has by default.");
			}
		});
	}

	/**
	 * Return what is to be migrated of a source, and note what is not.
	 */
	private @Nullable SourceConfiguration configuration(JudgedSource judged) {
		CorsSource source = judged.source();
		String what = source.phrase();
		if (STAYING.contains(source.kind())) {
			this.notes.add(sentence(what) + " stays as it is: it decides about more than paths.");
			return null;
		}
		if (judged.effect() == JudgedSource.Effect.SHADOWED) {
			this.notes.add(sentence(what) + " has no effect today: policy " + String.join(", ", judged.shadowedBy())
					+ " governs its paths. Remove it.");
			return null;
		}
		SourceConfiguration configuration = source.configuration();
		if (configuration == null) {
			this.unread.add(what);
			this.notes.add(sentence(what) + " could not be read" + tried(source)
					+ " Write a policy for it by hand, with enforcement: report-only until the report shows no "
					+ "would-break.");
			return null;
		}
		if (source.kind() == CorsSource.Kind.CORS_CONFIGURATION_SOURCE && !isAnswered(source, configuration)) {
			this.notes.add(sentence(what) + " answers nothing today: no filter and no handler uses it.");
			return null;
		}
		return configuration;
	}

	private static String tried(CorsSource source) {
		if (source.content() instanceof SourceContent.Opaque opaque) {
			return ": " + opaque.tried();
		}
		return source.paths().isEmpty() ? "." : " (it answers on " + source.pathsText() + ").";
	}

	private static String sentence(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/**
	 * A bean that is a source may serve several filters and chains, or none.
	 */
	private boolean isAnswered(CorsSource source, SourceConfiguration configuration) {
		MigratedPolicy policy = new MigratedPolicy("asked", new TreeSet<>(source.paths()), configuration);
		List<MigratedPolicy> alone = List.of(policy);
		String origin = MigrationQuestions.origins(alone).get(0);
		return MigrationQuestions.paths(alone, List.of()).keySet().stream().anyMatch((path) -> {
			CorsRequest request = CorsRequest.builder("GET", path)
				.sentTo("https", "application.invalid", 0)
				.origin(origin)
				.build();
			return this.application.answer(request).allows(origin);
		});
	}

	/**
	 * Return the paths of a source but for those on which a filter answers first.
	 */
	private List<String> effectivePaths(CorsSource source) {
		if (EarlierFilters.isOne(source)) {
			return source.paths();
		}
		List<String> effective = new ArrayList<>();
		for (String path : source.paths()) {
			CorsSource first = this.filters.on(path);
			if (first == null) {
				effective.add(path);
			}
			else if (!source.content().equals(first.content())) {
				this.notes.add(sentence(source.phrase()) + " has no effect today on " + path + ": " + first.phrase()
						+ " answers first.");
			}
		}
		return effective;
	}

	/**
	 * Return the same with the defaults of Spring's that are no settings.
	 */
	private static SourceConfiguration uniform(SourceConfiguration configuration) {
		return new SourceConfiguration(configuration.allowedOrigins(), configuration.allowedOriginPatterns(),
				configuration.allowedMethods(), configuration.allowedHeaders(), configuration.exposedHeaders(),
				Boolean.TRUE.equals(configuration.allowCredentials()), configuration.maxAge());
	}

}
