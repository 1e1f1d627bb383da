package io.github.corsstarter.report.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.SamplePath;

/**
 * What is asked to compare policies with what the application answers today: every path
 * with each of its methods and every origin that is listed, with origins that look alike,
 * with that of another owner, and with {@code null}.
 */
final class MigrationQuestions {

	private static final String ANOTHER_OWNER = "https://another-owner.example";

	private static final List<String> ANY_METHOD = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private final Map<String, Asked> paths = new LinkedHashMap<>();

	private final Set<String> unmatched = new LinkedHashSet<>();

	private final List<String> origins;

	private MigrationQuestions(List<MigratedPolicy> policies, List<HandlerPath> handlers) {
		policies.stream()
			.sorted(Comparator.comparing((policy) -> policy.leftOut().isEmpty()))
			.forEach((policy) -> policy.allPaths()
				.forEach((path) -> add(path, methods(policy), origins(List.of(policy)))));
		handlers.forEach((handler) -> add(handler.pattern(),
				handler.methods().isEmpty() ? ANY_METHOD : handler.methods(), List.of()));
		this.origins = origins(policies);
	}

	/**
	 * Collect the questions.
	 * @param policies the policies
	 * @param handlers the paths of the application's handlers
	 * @return the questions, those about policies that have lost something first
	 */
	static MigrationQuestions of(List<MigratedPolicy> policies, List<HandlerPath> handlers) {
		return new MigrationQuestions(policies, handlers);
	}

	private void add(String pattern, Collection<String> methods, Collection<String> origins) {
		SamplePath sample = SamplePath.of(pattern);
		if (!sample.matched()) {
			this.unmatched.add(pattern);
			return;
		}
		Asked asked = this.paths.computeIfAbsent(sample.path(), Asked::new);
		methods.stream().filter((method) -> !FetchMethod.isForbidden(method)).forEach(asked.methods()::add);
		asked.origins().addAll(origins);
	}

	private static List<String> methods(MigratedPolicy policy) {
		List<String> methods = policy.list("allowed-methods");
		return (methods.isEmpty() || methods.contains("*")) ? ANY_METHOD : methods;
	}

	/**
	 * Return what is asked about each path.
	 */
	Collection<Asked> paths() {
		return this.paths.values();
	}

	/**
	 * Return the patterns for which no path is known that they match.
	 */
	Set<String> unmatched() {
		return this.unmatched;
	}

	/**
	 * Return the origins to ask with, the listed ones first.
	 */
	List<String> origins() {
		return this.origins;
	}

	private static List<String> origins(List<MigratedPolicy> policies) {
		Set<String> origins = new LinkedHashSet<>();
		List<String> entries = policies.stream().flatMap((policy) -> policy.origins().stream()).distinct().toList();
		entries.stream().filter((entry) -> !entry.equals("*")).map(MigrationQuestions::member).forEach(origins::add);
		origins.add(ANOTHER_OWNER);
		origins.add("null");
		entries.forEach((entry) -> origins.addAll(lookAlikes(entry)));
		return new ArrayList<>(origins);
	}

	/**
	 * Fills the wildcards of an entry.
	 */
	private static String member(String entry) {
		return entry.replaceAll(":\\[(\\d+)[^\\]]*\\]$", ":$1")
			.replaceAll(":(\\[\\*\\]|\\*)$", ":8443")
			.replaceAll("\\*+", "sample");
	}

	/**
	 * Origins that somebody else may own and that text alone hardly tells apart.
	 */
	private static List<String> lookAlikes(String entry) {
		int host = entry.indexOf("://") + 3;
		if (host < 3) {
			return List.of();
		}
		String member = member(entry);
		String withoutPort = member.replaceAll(":\\d+$", "");
		return List.of(withoutPort + ".another-owner.example",
				member.substring(0, host) + "another-owner" + member.substring(host),
				(member.startsWith("https:") ? "http" : "https") + member.substring(host - 3));
	}

	/**
	 * What is asked about a path.
	 *
	 * @param path the path
	 * @param methods the methods of its handlers and policies
	 * @param origins the origins that its policies make of interest, to ask with first
	 */
	record Asked(String path, Set<String> methods, Set<String> origins) {

		Asked(String path) {
			this(path, new LinkedHashSet<>(), new LinkedHashSet<>());
		}

	}

}
