package io.github.corsstarter.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

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
		put("allowed-methods",
				Objects.requireNonNullElse(configuration.allowedMethods(), List.of("GET", "HEAD"))
					.stream()
					.map(FetchMethod::normalize)
					.toList());
		put("allowed-headers", Objects.requireNonNullElse(configuration.allowedHeaders(), List.of()));
		put("exposed-headers", Objects.requireNonNullElse(configuration.exposedHeaders(), List.of()));
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
	 * Return the origins that are listed today, those that were left out included.
	 */
	List<String> origins() {
		List<String> origins = new ArrayList<>(list("allowed-origins"));
		origins.addAll(list("allowed-origin-patterns"));
		this.leftOut.stream()
			.filter((entry) -> entry.key().startsWith("allowed-origin"))
			.map(LeftOut::value)
			.forEach(origins::add);
		return origins;
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
	 * Leave out an element that stops the start.
	 * @param violation why
	 * @return {@code false} if it is none of the elements
	 */
	boolean leaveOut(Violation violation) {
		for (Map.Entry<String, List<String>> list : this.lists.entrySet()) {
			String prefix = CorsPolicyDefinition.propertyPrefix(this.name) + list.getKey() + "[";
			String property = violation.property();
			if (property != null && property.startsWith(prefix)) {
				int index = Integer.parseInt(property.substring(prefix.length(), property.length() - 1));
				this.leftOut.add(new LeftOut(list.getKey(), list.getValue().remove(index), violation.rule().id()));
				return true;
			}
		}
		return false;
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
