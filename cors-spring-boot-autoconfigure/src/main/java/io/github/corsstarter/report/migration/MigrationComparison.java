package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.report.ObservedRequest;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

/**
 * Compares what migrated policies decide with what the application answers today, in a
 * thread of its own.
 */
final class MigrationComparison {

	private static final Duration MOST = Duration.ofSeconds(10);

	private final MigratedSources sources;

	private final List<MigratedPolicy> policies;

	private final AskedApplication application;

	private final MigrationQuestions questions;

	private final CorsPolicies then;

	/** Paths that were asked about, by the patterns that were left out. */
	private final Map<String, String> lost = new HashMap<>();

	/** Written by a thread that may go on when its time is over. */
	private final Map<String, List<Map<String, Object>>> differences = new ConcurrentHashMap<>();

	private final AtomicInteger compared = new AtomicInteger();

	private volatile boolean over;

	private MigrationComparison(MigratedSources sources, StartableMigration migration, AskedApplication application,
			List<HandlerPath> handlers) {
		this.sources = sources;
		this.policies = new ArrayList<>(migration.policies());
		this.policies.addAll(migration.withoutPaths());
		this.application = application;
		this.questions = MigrationQuestions.of(this.policies, handlers);
		this.policies.stream()
			.flatMap((policy) -> policy.leftOut().stream())
			.filter((entry) -> entry.key().equals("paths"))
			.forEach((entry) -> this.lost.put(entry.value(), SamplePath.of(entry.value()).path()));
		this.then = new CorsPolicies(PathPatternMapping
			.of(migration.effective().governing().stream().map(CorsPolicy::compile).toList(), List.of()));
	}

	/**
	 * Compare, as far as the application answers in time.
	 * @param sources what was read
	 * @param migration what has become of it
	 * @param application the application
	 * @param handlers the paths of its handlers
	 * @return the comparison
	 */
	static MigrationComparison of(MigratedSources sources, StartableMigration migration, AskedApplication application,
			List<HandlerPath> handlers) {
		MigrationComparison comparison = new MigrationComparison(sources, migration, application, handlers);
		application.ask(MOST, comparison::compare);
		comparison.over = true;
		return comparison;
	}

	/**
	 * Return the differences as JSON has them.
	 */
	List<Map<String, Object>> differences() {
		return this.questions.paths().stream().flatMap((asked) -> List.copyOf(differences(asked)).stream()).toList();
	}

	private List<Map<String, Object>> differences(MigrationQuestions.Asked asked) {
		return this.differences.computeIfAbsent(asked.path(),
				(path) -> Collections.synchronizedList(new ArrayList<>()));
	}

	/**
	 * Say what was not compared.
	 */
	List<String> notes() {
		List<String> notes = new ArrayList<>();
		int paths = this.questions.paths().size();
		int missing = paths - this.compared.get();
		if (missing > 0) {
			notes.add(("Not compared: %d of %d paths with all of the %d origins. The application did not answer more "
					+ "within %d s; the origins of a path's own policy come first.")
				.formatted(missing, paths, this.questions.origins().size(), MOST.toSeconds()));
		}
		if (!this.questions.unmatched().isEmpty()) {
			notes.add("Not compared: %s. No path is known that matches the regular expression."
				.formatted(String.join(", ", this.questions.unmatched())));
		}
		return notes;
	}

	private void compare() {
		this.questions.paths().forEach((asked) -> compare(asked, asked.origins()));
		for (MigrationQuestions.Asked asked : this.questions.paths()) {
			compare(asked,
					this.questions.origins().stream().filter((origin) -> !asked.origins().contains(origin)).toList());
			if (!this.over) {
				this.compared.incrementAndGet();
			}
		}
	}

	private void compare(MigrationQuestions.Asked asked, Collection<String> origins) {
		for (String method : asked.methods()) {
			for (String origin : origins) {
				if (this.over) {
					return;
				}
				compare(asked, CorsRequest.builder("OPTIONS", asked.path()).requestMethod(method), origin);
				compare(asked, CorsRequest.builder(method, asked.path()), origin);
			}
		}
	}

	private void compare(MigrationQuestions.Asked asked, CorsRequest.Builder builder, String origin) {
		CorsRequest request = builder.sentTo("https", "application.invalid", 0).origin(origin).build();
		ObservedRequest observed = new ObservedRequest(request, false);
		CorsDecision decision = this.then.decide(request);
		MigrationAnswer answer = MigrationAnswer.of(observed, this.application, decision);
		if (answer.differs()) {
			Map<String, Object> difference = new LinkedHashMap<>();
			difference.put("path", request.path());
			difference.put("type", observed.type());
			difference.put("method", observed.method());
			difference.put("origin", origin);
			difference.put("before", answer.before());
			difference.put("after", answer.after());
			difference.put("reason",
					answer.reason(leftOut(decision, request), this.sources.unread(), this.sources.enders()));
			differences(asked).add(difference);
		}
	}

	/**
	 * Say what of the path's policies was left out that accepts the origin.
	 */
	private @Nullable String leftOut(CorsDecision decision, CorsRequest request) {
		String origin = String.valueOf(request.origin());
		for (MigratedPolicy policy : this.policies) {
			boolean decides = decision.decidedBy() == null || policy.name().equals(decision.decidedBy().name());
			for (MigratedPolicy.LeftOut entry : policy.leftOut()) {
				if (entry.key().equals("paths") && request.path().equals(this.lost.get(entry.value()))
						&& policy.origins().stream().anyMatch((allowed) -> accepts(allowed, origin))) {
					return "The path is left out of '%s' (%s).".formatted(policy.name(), entry.rule());
				}
				if (decides && entry.key().startsWith("allowed-origin") && accepts(entry.value(), origin)) {
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
