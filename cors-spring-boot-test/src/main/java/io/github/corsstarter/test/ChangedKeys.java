package io.github.corsstarter.test;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.github.corsstarter.comparison.Change;
import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.PageRequest;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Names where the differences are written that a comparison shows.
 */
final class ChangedKeys {

	private ChangedKeys() {
	}

	/**
	 * Return the keys.
	 * @param comparison the comparison with what is configured now
	 * @param policies what is configured now, or {@code null} if it does not apply
	 * @return lines, or nothing
	 */
	static String of(CorsComparison comparison, @Nullable CorsPolicies policies) {
		Set<String> keys = new LinkedHashSet<>();
		for (Change change : comparison.changes()) {
			keys.add(of(change, policies));
		}
		return keys.isEmpty() ? "" : "\nWhere to change it:\n\n  - " + String.join("\n  - ", keys) + "\n";
	}

	private static String of(Change change, @Nullable CorsPolicies policies) {
		return switch (change.kind()) {
			case WAIVER -> "cors.validation.waivers";
			case SEVERITY -> "cors.validation.rules";
			case PRODUCTION -> "cors.production.profiles";
			case PATH -> reservedPath(change, policies)
				.map((path) -> "the CORS settings of " + path + ", which leave it to patterns that begin with it")
				.orElseGet(() -> ofPolicy(change, policies));
			default -> ofPolicy(change, policies);
		};
	}

	private static Optional<String> reservedPath(Change change, @Nullable CorsPolicies policies) {
		PageRequest request = change.request();
		return (policies != null && request != null) ? AccessSubject.reservedPath(policies, request.path())
				: Optional.empty();
	}

	private static String ofPolicy(Change change, @Nullable CorsPolicies policies) {
		CorsPolicy policy = (policies != null) ? policy(change, policies) : null;
		return (policy != null) ? ofPolicy(change, policy)
				: "policy '" + change.policy() + "', which is not configured any more";
	}

	private static @Nullable CorsPolicy policy(Change change, CorsPolicies policies) {
		return policies.policies()
			.stream()
			.filter((policy) -> policy.name().equals(change.policy()))
			.findFirst()
			.orElse(null);
	}

	private static String ofPolicy(Change change, CorsPolicy policy) {
		EffectivePolicy definition = policy.definition();
		return switch (change.kind()) {
			case PATH -> WrittenKey.of(definition.paths());
			case METHOD -> WrittenKey.of(definition.allowedMethods());
			case HEADER -> WrittenKey.of(definition.allowedHeaders());
			case EXPOSED_HEADER -> WrittenKey.of(definition.exposedHeaders());
			case CREDENTIALS -> WrittenKey.of(definition.allowCredentials());
			case MAX_AGE -> WrittenKey.of(definition.maxAge());
			case ORIGIN -> ofOrigin(change, policy);
			default -> "policy '" + policy.name() + "'";
		};
	}

	private static String ofOrigin(Change change, CorsPolicy policy) {
		PageRequest request = change.request();
		String origin = (request != null) ? request.origin() : null;
		return (origin != null && policy.matchedBy(origin) != null) ? WrittenKey.ofEntry(policy, origin)
				: WrittenKey.of(policy.definition().allowedOrigins());
	}

}
