package io.github.corsstarter.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The policies that do what an application's other CORS configuration does today, and
 * where they do not. Not safe for use by several threads.
 */
public final class Migration {

	private static final String PRODUCTION = "prod";

	private static final Set<CorsSource.Kind> STAYING = Set.of(CorsSource.Kind.WEBSOCKET, CorsSource.Kind.GATEWAY);

	private final Respondent application;

	private final List<HandledPath> handled;

	private final List<MigratedPolicy> policies = new ArrayList<>();

	private final List<MigratedPolicy> withoutPaths = new ArrayList<>();

	private final List<String> unread = new ArrayList<>();

	private final List<String> enders = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private final List<Map<String, Object>> differences = new ArrayList<>();

	private Migration(Respondent application, List<HandledPath> handled) {
		this.application = application;
		this.handled = handled;
	}

	/**
	 * Migrate an application.
	 * @param sources its CORS configuration outside of {@code cors.*}
	 * @param application answers as the whole of it does
	 * @param handled the paths of its handlers
	 * @return {@code yaml}, {@code notes} and {@code differences}, as JSON has them
	 */
	public static Map<String, Object> of(List<JudgedSource> sources, Respondent application,
			List<HandledPath> handled) {
		Migration migration = new Migration(application, List.copyOf(handled));
		migration.read(sources);
		migration.leaveOutWhatStopsTheStart();
		migration.compare();
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("yaml", MigrationYaml.of(migration.policies, migration.withoutPaths));
		members.put("notes", migration.notes);
		members.put("differences", migration.differences);
		return members;
	}

	private void read(List<JudgedSource> sources) {
		Map<SourceConfiguration, TreeSet<String>> paths = new LinkedHashMap<>();
		Map<SourceConfiguration, Set<String>> names = new LinkedHashMap<>();
		List<CorsSource> filters = new ArrayList<>();
		for (JudgedSource judged : sources) {
			CorsSource source = judged.source();
			if (isFilter(source)) {
				filters.add(source);
				this.enders.add(source.phrase());
			}
		}
		for (JudgedSource judged : sources) {
			SourceConfiguration configuration = configuration(judged);
			if (configuration != null) {
				List<String> effective = effective(judged.source(), filters);
				if (!effective.isEmpty()) {
					SourceConfiguration uniform = uniform(configuration);
					paths.computeIfAbsent(uniform, (key) -> new TreeSet<>()).addAll(effective);
					names.computeIfAbsent(uniform, (key) -> new LinkedHashSet<>()).add(judged.source().name());
				}
			}
		}
		Set<String> used = new HashSet<>(Set.of(CorsPolicyDefinition.BASE));
		paths.forEach((configuration, patterns) -> {
			String name = unused(word(names.getOrDefault(configuration, Set.of()).iterator().next()), used);
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
	 * Leave out the paths on which a filter answers first.
	 */
	private List<String> effective(CorsSource source, List<CorsSource> filters) {
		if (isFilter(source)) {
			return source.paths();
		}
		List<String> effective = new ArrayList<>();
		for (String path : source.paths()) {
			CorsSource first = filters.stream()
				.filter((filter) -> filter.configuration() != null && covers(filter, path))
				.findFirst()
				.orElse(null);
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

	private static boolean isFilter(CorsSource source) {
		return source.kind() == CorsSource.Kind.CORS_FILTER || source.kind() == CorsSource.Kind.SECURITY_FILTER_CHAIN;
	}

	private static boolean covers(CorsSource filter, String path) {
		PathContainer sample = PathContainer.parsePath(MigrationQuestions.sample(path));
		return filter.paths()
			.stream()
			.anyMatch((pattern) -> new PathPatternSyntax().problem(pattern) == null
					&& PathPatternParser.defaultInstance.parse(pattern).matches(sample));
	}

	/**
	 * Return the same with the defaults of Spring's that are no settings.
	 */
	private static SourceConfiguration uniform(SourceConfiguration configuration) {
		return new SourceConfiguration(configuration.allowedOrigins(), configuration.allowedOriginPatterns(),
				configuration.allowedMethods(), configuration.allowedHeaders(), configuration.exposedHeaders(),
				Boolean.TRUE.equals(configuration.allowCredentials()), configuration.maxAge());
	}

	private static String word(String name) {
		String type = name.replaceFirst("#.*$", "");
		String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
		String word = simple.replaceFirst("(Rest)?Controller$", "").replaceAll("[^A-Za-z0-9]", "");
		String letters = word.toLowerCase(Locale.ROOT);
		return (letters.isEmpty() || letters.chars().allMatch(Character::isDigit)) ? "policy" + letters : letters;
	}

	private static String unused(String word, Set<String> used) {
		String name = word;
		for (int i = 2; !used.add(name); i++) {
			name = word + i;
		}
		return name;
	}

	/**
	 * Leave out what production would refuse, until nothing is refused any more.
	 */
	private void leaveOutWhatStopsTheStart() {
		List<Violation> errors = errors();
		while (!errors.isEmpty()) {
			leaveOut(errors.get(0));
			this.policies.removeIf((policy) -> policy.paths().isEmpty() && this.withoutPaths.add(policy));
			errors = errors();
		}
	}

	private void leaveOut(Violation violation) {
		for (MigratedPolicy policy : this.policies) {
			if (policy.leaveOut(violation)) {
				this.notes.add("Left out of '%s', because of %s: %s. %s".formatted(policy.name(), violation.rule(),
						violation.value(), violation.remedy()));
				return;
			}
		}
		this.policies.removeIf((policy) -> policy.name().equals(violation.policy()) || violation.policy() == null);
		this.notes.add("Left out '%s', because of %s: %s".formatted(violation.policy(), violation.rule(),
				violation.message()));
	}

	private List<Violation> errors() {
		Deployment deployment = new Deployment(true, List.of(PRODUCTION), null,
				ConfiguredList.of("cors.production.profiles", List.of(PRODUCTION)), LocalDate.now(ZoneOffset.UTC), "");
		ValidationInput input = new ValidationInput(effective(), deployment, Map.of(), List.of(), List.of(), List.of(),
				List.of(), false);
		return new PolicyValidator(new PathPatternSyntax()).validate(input).errors();
	}

	private EffectivePolicies effective() {
		return EffectivePolicies.of(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE).build(),
				this.policies.stream().map(MigratedPolicy::definition).toList());
	}

	private void compare() {
		List<MigratedPolicy> all = new ArrayList<>(this.policies);
		all.addAll(this.withoutPaths);
		CorsPolicies then = new CorsPolicies(
				PathPatternMapping.of(effective().governing().stream().map(CorsPolicy::compile).toList(), List.of()));
		List<String> origins = MigrationQuestions.origins(all);
		MigrationQuestions.paths(all, this.handled).forEach((path, method) -> origins.forEach((origin) -> {
			compare(then, CorsRequest.builder("OPTIONS", path).requestMethod(method), origin);
			compare(then, CorsRequest.builder(method, path), origin);
		}));
	}

	private void compare(CorsPolicies then, CorsRequest.Builder builder, String origin) {
		CorsRequest request = builder.sentTo("https", "application.invalid", 0).origin(origin).build();
		ObservedRequest asked = new ObservedRequest(request, false);
		MigrationAnswer answer = MigrationAnswer.of(asked, this.application, then.decide(request));
		if (answer.differs()) {
			Map<String, Object> difference = new LinkedHashMap<>();
			difference.put("path", request.path());
			difference.put("type", asked.type());
			difference.put("method", asked.method());
			difference.put("origin", origin);
			difference.put("before", answer.before());
			difference.put("after", answer.after());
			difference.put("reason", answer.reason(leftOut(origin), this.unread, this.enders));
			this.differences.add(difference);
		}
	}

	private @Nullable String leftOut(String origin) {
		for (MigratedPolicy policy : this.policies) {
			for (MigratedPolicy.LeftOut entry : policy.leftOut()) {
				if (entry.key().startsWith("allowed-origin") && accepts(entry.value(), origin)) {
					return "An entry is left out: %s (%s).".formatted(entry.value(), entry.rule());
				}
			}
		}
		return null;
	}

	private static boolean accepts(String entry, String origin) {
		String pattern = entry.replaceFirst(":\\[[\\d,]+]$", ":*").replaceFirst(":\\[\\*]$", "*");
		String regex = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
		return origin.matches(regex);
	}

}
