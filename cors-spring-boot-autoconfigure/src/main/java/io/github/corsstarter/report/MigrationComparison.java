package io.github.corsstarter.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.PathPatternMapping;
import org.jspecify.annotations.Nullable;

/**
 * Compares what migrated policies decide with what the application answers today. Not
 * safe for use by several threads.
 */
final class MigrationComparison {

	private final MigratedSources sources;

	private final StartableMigration migration;

	private final Respondent application;

	private final CorsPolicies then;

	private final List<Map<String, Object>> differences = new ArrayList<>();

	private MigrationComparison(MigratedSources sources, StartableMigration migration, Respondent application) {
		this.sources = sources;
		this.migration = migration;
		this.application = application;
		this.then = new CorsPolicies(PathPatternMapping
			.of(migration.effective().governing().stream().map(CorsPolicy::compile).toList(), List.of()));
	}

	/**
	 * Find the differences.
	 * @param sources what was read
	 * @param migration what has become of it
	 * @param application answers as the whole application does
	 * @param handled the paths of its handlers
	 * @return the differences as JSON has them
	 */
	static List<Map<String, Object>> differences(MigratedSources sources, StartableMigration migration,
			Respondent application, List<HandledPath> handled) {
		MigrationComparison comparison = new MigrationComparison(sources, migration, application);
		comparison.compare(handled);
		return comparison.differences;
	}

	private void compare(List<HandledPath> handled) {
		List<MigratedPolicy> all = new ArrayList<>(this.migration.policies());
		all.addAll(this.migration.withoutPaths());
		List<String> origins = MigrationQuestions.origins(all);
		MigrationQuestions.paths(all, handled).forEach((path, method) -> origins.forEach((origin) -> {
			compare(CorsRequest.builder("OPTIONS", path).requestMethod(method), origin);
			compare(CorsRequest.builder(method, path), origin);
		}));
	}

	private void compare(CorsRequest.Builder builder, String origin) {
		CorsRequest request = builder.sentTo("https", "application.invalid", 0).origin(origin).build();
		ObservedRequest asked = new ObservedRequest(request, false);
		MigrationAnswer answer = MigrationAnswer.of(asked, this.application, this.then.decide(request));
		if (answer.differs()) {
			Map<String, Object> difference = new LinkedHashMap<>();
			difference.put("path", request.path());
			difference.put("type", asked.type());
			difference.put("method", asked.method());
			difference.put("origin", origin);
			difference.put("before", answer.before());
			difference.put("after", answer.after());
			difference.put("reason", answer.reason(leftOut(origin), this.sources.unread(), this.sources.enders()));
			this.differences.add(difference);
		}
	}

	private @Nullable String leftOut(String origin) {
		for (MigratedPolicy policy : this.migration.policies()) {
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
