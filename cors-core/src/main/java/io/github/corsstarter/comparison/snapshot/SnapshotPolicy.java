package io.github.corsstarter.comparison.snapshot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

/**
 * What one policy allows where, without the places it comes from. Lists are sorted by
 * code point and have no duplicates; origins, patterns and methods have their normalised
 * spelling, names of headers are in lower case.
 *
 * @param name the name of the policy
 * @param paths the path patterns that it governs
 * @param origins exact origins, or {@code *}
 * @param originPatterns origin patterns, or {@code *}
 * @param originRegexes regular expressions of whole origins
 * @param methods methods, or {@code *}
 * @param headers names of request headers, or {@code *}
 * @param exposedHeaders names of response headers, or {@code *}
 * @param credentials whether credentials are allowed
 * @param maxAge how long a preflight may be cached, in whole seconds
 * @param preflightStatus the status of an allowed preflight
 * @param listedFormsOnly whether forms of other sites have to come from an allowed origin
 * @param timingAllowOrigin whether allowed origins may read the timing of responses
 * @param reportOnly whether the policy only reports what it would do
 * @param originSource the name of a bean that has further origins, or {@code null}
 */
public record SnapshotPolicy(String name, List<String> paths, List<String> origins, List<String> originPatterns,
		List<String> originRegexes, List<String> methods, List<String> headers, List<String> exposedHeaders,
		boolean credentials, Duration maxAge, int preflightStatus, boolean listedFormsOnly, boolean timingAllowOrigin,
		boolean reportOnly, @Nullable String originSource) {

	/**
	 * Normalise a policy.
	 * @throws IllegalArgumentException if a path, an origin, a pattern, an expression, a
	 * method or the name of a header is none
	 */
	public SnapshotPolicy {
		paths = CanonicalList.of(paths, Spelling::ofPath);
		origins = CanonicalList.of(origins, Spelling::ofOrigin);
		originPatterns = CanonicalList.of(originPatterns, Spelling::ofOriginPattern);
		originRegexes = CanonicalList.of(originRegexes, Spelling::ofOriginRegex);
		methods = CanonicalList.of(methods, Spelling::ofMethod);
		headers = CanonicalList.of(headers, Spelling::ofHeader);
		exposedHeaders = CanonicalList.of(exposedHeaders, Spelling::ofHeader);
		maxAge = Duration.ofSeconds(maxAge.toSeconds());
	}

	/**
	 * Create the snapshot of a policy.
	 * @param policy a policy that passed all configuration rules
	 * @return its snapshot
	 * @throws IllegalArgumentException if it did not
	 */
	public static SnapshotPolicy of(EffectivePolicy policy) {
		return new SnapshotPolicy(policy.name(), values(policy.paths()), values(policy.allowedOrigins()),
				values(policy.allowedOriginPatterns()), values(policy.allowedOriginRegexes()),
				values(policy.allowedMethods()), values(policy.allowedHeaders()), values(policy.exposedHeaders()),
				policy.allowCredentials().value(), policy.maxAge().value(), policy.preflightStatus().value(),
				policy.crossSiteForms().value() == CrossSiteForms.LISTED, policy.timingAllowOrigin().value(),
				policy.isReportOnly(), policy.originSourceName());
	}

	private static List<String> values(ConfiguredList list) {
		return list.values().stream().map(ConfiguredValue::value).toList();
	}

	/**
	 * Return the policy under another name.
	 * @param name the name
	 * @return a policy that allows the same
	 */
	public SnapshotPolicy withName(String name) {
		return new SnapshotPolicy(name, this.paths, this.origins, this.originPatterns, this.originRegexes, this.methods,
				this.headers, this.exposedHeaders, this.credentials, this.maxAge, this.preflightStatus,
				this.listedFormsOnly, this.timingAllowOrigin, this.reportOnly, this.originSource);
	}

	/**
	 * Return the policy with other origins.
	 * @param origins exact origins
	 * @param originPatterns origin patterns
	 * @param originRegexes regular expressions of whole origins
	 * @return a policy that allows them the same
	 */
	public SnapshotPolicy withOrigins(List<String> origins, List<String> originPatterns, List<String> originRegexes) {
		return new SnapshotPolicy(this.name, this.paths, origins, originPatterns, originRegexes, this.methods,
				this.headers, this.exposedHeaders, this.credentials, this.maxAge, this.preflightStatus,
				this.listedFormsOnly, this.timingAllowOrigin, this.reportOnly, this.originSource);
	}

	/**
	 * Return the policy with one of its entries alone, among origins, patterns and
	 * expressions.
	 * @param text the entry in any spelling
	 * @return a policy that allows what the entry gives; nobody if it has no such entry
	 */
	public SnapshotPolicy withOnlyEntry(String text) {
		return withConfigured(only(text, this.origins, Spelling::ofOrigin),
				only(text, this.originPatterns, Spelling::ofOriginPattern),
				only(text, this.originRegexes, Spelling::ofOriginRegex));
	}

	/**
	 * Return the policy without any origin, configured or not.
	 * @return a policy that governs the same paths and allows nobody there
	 */
	public SnapshotPolicy withoutOrigins() {
		return withConfigured(List.of(), List.of(), List.of());
	}

	private SnapshotPolicy withConfigured(List<String> origins, List<String> originPatterns,
			List<String> originRegexes) {
		return new SnapshotPolicy(this.name, this.paths, origins, originPatterns, originRegexes, this.methods,
				this.headers, this.exposedHeaders, this.credentials, this.maxAge, this.preflightStatus,
				this.listedFormsOnly, this.timingAllowOrigin, this.reportOnly, null);
	}

	private static List<String> only(String text, List<String> entries, UnaryOperator<String> spelling) {
		try {
			String entry = spelling.apply(text);
			return entries.contains(entry) ? List.of(entry) : List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	Map<String, Object> toMembers() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("name", this.name);
		members.put("paths", this.paths);
		members.put("origins", this.origins);
		members.put("originPatterns", this.originPatterns);
		members.put("originRegexes", this.originRegexes);
		members.put("methods", this.methods);
		members.put("headers", this.headers);
		members.put("exposedHeaders", this.exposedHeaders);
		members.put("credentials", this.credentials);
		members.put("maxAge", this.maxAge.toString());
		members.put("preflightStatus", this.preflightStatus);
		members.put("crossSiteForms", this.listedFormsOnly ? "listed" : "allow");
		members.put("timingAllowOrigin", this.timingAllowOrigin);
		members.put("enforcement", this.reportOnly ? "report-only" : "enforce");
		if (this.originSource != null) {
			members.put("originSource", this.originSource);
		}
		return members;
	}

}
