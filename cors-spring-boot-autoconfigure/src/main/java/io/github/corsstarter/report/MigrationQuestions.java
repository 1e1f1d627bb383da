package io.github.corsstarter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked to compare policies with what the application answers today: every path
 * with every origin that is listed, with origins that look alike, with that of another
 * owner, and with {@code null}. How many questions there are is bounded.
 */
final class MigrationQuestions {

	private static final String ANOTHER_OWNER = "https://another-owner.example";

	private static final int MAX_PATHS = 64;

	private static final int MAX_ORIGINS = 64;

	private MigrationQuestions() {
	}

	/**
	 * Return the paths to ask for, each with a method.
	 * @param policies the policies
	 * @param handled the paths of the application's handlers
	 * @return methods by path
	 */
	static Map<String, String> paths(List<MigratedPolicy> policies, List<HandledPath> handled) {
		Map<String, String> paths = new LinkedHashMap<>();
		policies.forEach((policy) -> policy.paths().forEach((path) -> paths.put(sample(path), method(policy))));
		handled.forEach((path) -> paths.put(sample(path.pattern()), path.method()));
		Map<String, String> first = new LinkedHashMap<>();
		paths.entrySet().stream().limit(MAX_PATHS).forEach((path) -> first.put(path.getKey(), path.getValue()));
		return first;
	}

	private static String method(MigratedPolicy policy) {
		return policy.list("allowed-methods")
			.stream()
			.filter((method) -> !method.equals("*"))
			.findFirst()
			.orElse("GET");
	}

	static String sample(String pattern) {
		return pattern.replaceAll("\\{[^/{}]*(\\{[^/{}]*}[^/{}]*)*}", "sample")
			.replaceAll("\\*+", "sample")
			.replace('?', 's');
	}

	/**
	 * Return the origins to ask with.
	 * @param policies the policies
	 * @return the origins, the listed ones first
	 */
	static List<String> origins(List<MigratedPolicy> policies) {
		Set<String> listed = new LinkedHashSet<>();
		policies.forEach((policy) -> policy.origins()
			.stream()
			.filter((entry) -> !entry.equals("*"))
			.forEach((entry) -> listed.add(member(entry))));
		List<String> origins = new ArrayList<>(listed.stream().limit(MAX_ORIGINS).toList());
		origins.add(ANOTHER_OWNER);
		origins.add("null");
		policies.forEach((policy) -> policy.origins().forEach((entry) -> origins.addAll(lookAlikes(entry))));
		return origins.stream().distinct().limit(2L * MAX_ORIGINS).toList();
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

}
