package io.github.corsstarter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * The keys below {@code cors}.
 */
final class ConfigurationKeys {

	private static final Set<String> NOT_OF_POLICIES = Set.of("cors.policies", "cors.origin-sources",
			"cors.explain-rejections", "cors.log-rejections");

	private ConfigurationKeys() {
	}

	/**
	 * Every key and its default, {@code null} where a key is unset by default.
	 */
	static Map<String, @Nullable Object> all() {
		Map<String, @Nullable Object> keys = new LinkedHashMap<>();
		keys.put("cors.enabled", true);
		keys.put("cors.paths", List.of("/**"));
		keys.put("cors.allowed-origins", null);
		keys.put("cors.allowed-origin-patterns", null);
		keys.put("cors.allowed-origin-regexes", null);
		keys.put("cors.allowed-methods", List.of("GET", "HEAD", "POST"));
		keys.put("cors.allowed-headers", List.of("*"));
		keys.put("cors.exposed-headers", List.of());
		keys.put("cors.allow-credentials", false);
		keys.put("cors.max-age", "30m");
		keys.put("cors.preflight-status", 200);
		keys.put("cors.timing-allow-origin", false);
		keys.put("cors.cross-site-forms", "allow");
		keys.put("cors.enforcement", "enforce");
		keys.put("cors.origin-source", null);
		keys.put("cors.origin-sources", null);
		keys.put("cors.policies", null);
		keys.put("cors.production.profiles", List.of("prod", "production", "prd", "live"));
		keys.put("cors.validation.rules", null);
		keys.put("cors.validation.waivers", null);
		keys.put("cors.explain-rejections", false);
		keys.put("cors.log-rejections", "first");
		keys.put("cors.filter.order", -2147483628);
		keys.put("cors.reload.on-refresh", true);
		keys.put("cors.reload.watch-files", false);
		keys.put("cors.reload.interval", "10s");
		return keys;
	}

	/**
	 * The keys of a policy, as they are written below its name.
	 */
	static Set<String> ofPolicies() {
		return all().keySet()
			.stream()
			.filter((key) -> key.indexOf('.', 5) < 0 && !NOT_OF_POLICIES.contains(key))
			.map((key) -> key.substring(5))
			.collect(Collectors.toSet());
	}

	/**
	 * The keys of an origin source, as they are written below its name.
	 */
	static Set<String> ofOriginSources() {
		return Set.of("tenant", "refresh-interval", "max-origins-per-tenant", "max-origins", "max-staleness",
				"required");
	}

	/**
	 * Tell whether something is a key, with or without indexes, or what keys begin with.
	 */
	static boolean exists(String name) {
		String key = name.replaceAll("\\[\\d+]", "");
		return all().keySet().stream().anyMatch((known) -> known.equals(key) || known.startsWith(key + "."))
				|| isBelow(key, "cors\\.policies\\.[^.]+", ofPolicies())
				|| isBelow(key, "cors\\.origin-sources\\.[^.]+", ofOriginSources())
				|| isBelow(key, "cors\\.validation\\.rules", adjustableRules())
				|| isBelow(key, "cors\\.validation\\.waivers", Set.of("rule", "value", "policy", "reason", "expires"));
	}

	private static boolean isBelow(String key, String prefix, Set<String> keys) {
		return key.matches(prefix)
				|| key.matches(prefix + "\\..+") && keys.contains(key.replaceFirst(prefix + "\\.", ""));
	}

	private static Set<String> adjustableRules() {
		return Arrays.stream(RuleId.values()).filter(RuleId::isAdjustable).map(RuleId::id).collect(Collectors.toSet());
	}

	/**
	 * Tell whether something is the environment variable of a key.
	 */
	static boolean isVariable(String name) {
		String flat = name.replaceAll("(_\\d+)?$", "").replace("_", "");
		return all().keySet().stream().map(ConfigurationKeys::flat).anyMatch(flat::equals)
				|| isVariableBelow(flat, "CORSPOLICIES", ofPolicies())
				|| isVariableBelow(flat, "CORSVALIDATIONRULES", adjustableRules());
	}

	private static boolean isVariableBelow(String flat, String prefix, Set<String> keys) {
		return flat.startsWith(prefix) && keys.stream().anyMatch((key) -> flat.endsWith(flat(key)));
	}

	private static String flat(String key) {
		return key.replaceAll("[.-]", "").toUpperCase(Locale.ROOT);
	}

}
