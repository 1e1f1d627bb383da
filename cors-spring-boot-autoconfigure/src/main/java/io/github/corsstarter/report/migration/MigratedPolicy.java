package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.SourceConfiguration;

/**
 * A policy that does what other CORS configuration does. Not safe for use by several
 * threads.
 */
final class MigratedPolicy {

	/** What browsers take an absent {@code Access-Control-Max-Age} for. */
	static final Duration BROWSERS_DEFAULT = Duration.ofSeconds(5);

	private final String name;

	private final Map<String, List<String>> lists = new LinkedHashMap<>();

	private final boolean credentials;

	private final Duration maxAge;

	private final List<LeftOut> leftOut = new ArrayList<>();

	MigratedPolicy(String name, TreeSet<String> paths, SourceConfiguration configuration) {
		this.name = name;
		this.credentials = Boolean.TRUE.equals(configuration.allowCredentials());
		Long seconds = configuration.maxAge();
		this.maxAge = (seconds != null) ? Duration.ofSeconds(seconds) : BROWSERS_DEFAULT;
		put("paths", List.copyOf(paths));
		put("allowed-origins", Objects.requireNonNullElse(configuration.allowedOrigins(), List.of()));
		put("allowed-origin-patterns", Objects.requireNonNullElse(configuration.allowedOriginPatterns(), List.of()));
		put("allowed-methods", methods(configuration));
		put("allowed-headers", Objects.requireNonNullElse(configuration.allowedHeaders(), List.of()));
		put("exposed-headers", Objects.requireNonNullElse(configuration.exposedHeaders(), List.of()));
	}

	/**
	 * Return the methods that a configuration allows, as browsers spell them.
	 */
	static List<String> methods(SourceConfiguration configuration) {
		return Objects.requireNonNullElse(configuration.allowedMethods(), List.of("GET", "HEAD"))
			.stream()
			.map(FetchMethod::normalize)
			.toList();
	}

	private void put(String key, List<String> values) {
		this.lists.put(key, new ArrayList<>(values.stream().distinct().toList()));
	}

	String name() {
		return this.name;
	}

	List<String> paths() {
		return list("paths");
	}

	/**
	 * Return the paths of today, those that were left out included.
	 */
	List<String> allPaths() {
		List<String> paths = new ArrayList<>(paths());
		leftOut("paths").forEach(paths::add);
		return paths;
	}

	/**
	 * Return the origins that are listed today, those that were left out included.
	 */
	List<String> origins() {
		List<String> origins = new ArrayList<>(list("allowed-origins"));
		origins.addAll(list("allowed-origin-patterns"));
		leftOut("allowed-origin").forEach(origins::add);
		return origins;
	}

	private Stream<String> leftOut(String keys) {
		return this.leftOut.stream().filter((entry) -> entry.key().startsWith(keys)).map(LeftOut::value);
	}

	/**
	 * Say whom a path of this policy is for.
	 */
	String audience() {
		return "for %s with %s".formatted(String.join(", ", origins()), String.join(", ", list("allowed-methods")));
	}

	List<String> list(String key) {
		return Objects.requireNonNull(this.lists.get(key));
	}

	boolean credentials() {
		return this.credentials;
	}

	Duration maxAge() {
		return this.maxAge;
	}

	List<LeftOut> leftOut() {
		return this.leftOut;
	}

	/**
	 * Leave out the elements that stop the start.
	 * @param violations what stops it
	 * @return the violations that an element had to go for
	 */
	List<Violation> leaveOut(List<Violation> violations) {
		List<Violation> settled = new ArrayList<>();
		this.lists.forEach((key, list) -> {
			SortedMap<Integer, Violation> refused = refused(key, violations);
			refused.forEach(
					(index, violation) -> this.leftOut.add(new LeftOut(key, list.get(index), violation.rule().id())));
			refused.keySet()
				.stream()
				.sorted(Comparator.reverseOrder())
				.forEach((index) -> list.remove(index.intValue()));
			settled.addAll(refused.values());
		});
		return settled;
	}

	/**
	 * Return whether a violation is about one of the paths.
	 */
	boolean isPath(Violation violation) {
		return String.valueOf(violation.property()).startsWith(prefix("paths"));
	}

	private String prefix(String key) {
		return CorsPolicyDefinition.propertyPrefix(this.name) + key + "[";
	}

	/**
	 * Return the elements of a list that are refused, each with the first reason.
	 */
	private SortedMap<Integer, Violation> refused(String key, List<Violation> violations) {
		String prefix = prefix(key);
		SortedMap<Integer, Violation> refused = new TreeMap<>();
		for (Violation violation : violations) {
			String property = violation.property();
			if (property != null && property.startsWith(prefix)) {
				refused.putIfAbsent(Integer.valueOf(property.substring(prefix.length(), property.length() - 1)),
						violation);
			}
		}
		return refused;
	}

	CorsPolicyDefinition definition() {
		return CorsPolicyDefinition.builder(this.name)
			.paths(array("paths"))
			.allowedOrigins(array("allowed-origins"))
			.allowedOriginPatterns(array("allowed-origin-patterns"))
			.allowedMethods(array("allowed-methods"))
			.allowedHeaders(array("allowed-headers"))
			.exposedHeaders(array("exposed-headers"))
			.allowCredentials(this.credentials)
			.maxAge(this.maxAge)
			.build();
	}

	private String[] array(String key) {
		return list(key).toArray(String[]::new);
	}

	/**
	 * An element that would stop the start.
	 *
	 * @param key the key of its list
	 * @param value the element
	 * @param rule the rule that refuses it
	 */
	record LeftOut(String key, String value, String rule) {

	}

}
