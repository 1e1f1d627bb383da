package io.github.corsstarter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The keys below {@code cors}.
 */
final class ConfigurationKeys {

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

}
