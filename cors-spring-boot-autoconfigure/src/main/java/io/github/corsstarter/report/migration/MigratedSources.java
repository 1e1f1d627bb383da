package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.rule.PathSyntax;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

/**
 * What an application's CORS configuration says outside of {@code cors.*}, as policies:
 * equal configurations are one, with all their paths. Not safe for use by several
 * threads.
 */
final class MigratedSources {

	private static final Set<CorsSource.Kind> STAYING = Set.of(CorsSource.Kind.WEBSOCKET, CorsSource.Kind.GATEWAY);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final AskedApplication application;

	private final EarlierFilters filters;

	private final List<MigratedPolicy> policies = new ArrayList<>();

	private final List<String> unread = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private MigratedSources(AskedApplication application, EarlierFilters filters) {
		this.application = application;
		this.filters = filters;
	}

	/**
	 * Read the sources.
	 * @param sources the application's CORS configuration
	 * @param application the application
	 * @return what they say
	 */
	static MigratedSources of(List<JudgedSource> sources, AskedApplication application) {
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
		PathSyntax syntax = new PathPatternSyntax();
		Map<String, MigratedPath> paths = new LinkedHashMap<>();
		for (JudgedSource judged : sources) {
			SourceConfiguration configuration = configuration(judged);
			List<String> effective = (configuration != null) ? effectivePaths(judged.source()) : List.of();
			for (String path : effective) {
				paths.computeIfAbsent(syntax.comparable(path), (key) -> new MigratedPath(path))
					.add(uniform(Objects.requireNonNull(configuration)), judged.source().name());
			}
		}
		write(paths.values());
	}

	private void write(Collection<MigratedPath> paths) {
		Map<SourceConfiguration, TreeSet<String>> policies = new LinkedHashMap<>();
		Map<SourceConfiguration, String> names = new LinkedHashMap<>();
		paths.forEach((path) -> path.configurations().forEach((configuration, name) -> {
			policies.computeIfAbsent(configuration, (key) -> new TreeSet<>()).add(path.pattern());
			names.putIfAbsent(configuration, name);
		}));
		PolicyNames unused = new PolicyNames();
		policies.forEach((configuration, patterns) -> {
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
		if (source.kind() == CorsSource.Kind.CORS_CONFIGURATION_SOURCE && answersNothing(source, configuration)) {
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
	private boolean answersNothing(CorsSource source, SourceConfiguration configuration) {
		AtomicBoolean answers = new AtomicBoolean();
		boolean told = this.application.ask(PATIENCE, () -> answers.set(isAnswered(source, configuration)));
		if (!told) {
			this.notes.add(sentence(source.phrase())
					+ " may answer nothing today: the application was asked, and did not answer within "
					+ PATIENCE.toSeconds() + " s. Remove its policy if no filter and no handler uses it.");
			return false;
		}
		if (!answers.get()) {
			this.notes.add(sentence(source.phrase()) + " answers nothing today: no filter and no handler uses it.");
		}
		return !answers.get();
	}

	private boolean isAnswered(CorsSource source, SourceConfiguration configuration) {
		MigratedPolicy policy = new MigratedPolicy("asked", new TreeSet<>(source.paths()), configuration);
		MigrationQuestions questions = MigrationQuestions.of(List.of(policy), List.of());
		String origin = questions.origins().get(0);
		return questions.paths().stream().anyMatch((asked) -> {
			CorsRequest request = CorsRequest.builder("GET", asked.path())
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
