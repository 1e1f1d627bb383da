package io.github.corsstarter.validation;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;

/**
 * {@code policy-overlap}: other CORS configuration, for paths that no policy governs,
 * that allows what every policy forbids.
 */
final class PolicyOverlapRule implements SourceRule {

	private static final String ANY = "*";

	@Override
	public Stream<Finding> check(SourceSubject subject) {
		GoverningPolicy source = subject.asPolicy();
		List<GoverningPolicy> policies = subject.policies();
		if (source == null || policies.isEmpty() || !subject.judged().ungoverned()) {
			return Stream.empty();
		}
		return Stream.of(origins(source, policies), methods(source, policies), credentials(source, policies))
			.flatMap((findings) -> findings);
	}

	private static Stream<Finding> origins(GoverningPolicy source, List<GoverningPolicy> policies) {
		return source.origins()
			.stream()
			.filter((origin) -> !isAllowed(origin, policies))
			.map((origin) -> finding(source, origin.configured(), "the origin " + origin.configured().text()));
	}

	private static boolean isAllowed(AllowedOrigin origin, List<GoverningPolicy> policies) {
		boolean alone = policies.stream()
			.anyMatch((policy) -> policy.origins().stream().anyMatch((entry) -> policy.covers(entry, origin)));
		return alone || AllowedOrigin.covers(policies.stream().flatMap((policy) -> policy.origins().stream()).toList(),
				origin);
	}

	private static Stream<Finding> methods(GoverningPolicy source, List<GoverningPolicy> policies) {
		return source.effective()
			.allowedMethods()
			.values()
			.stream()
			.filter((method) -> policies.stream().noneMatch((policy) -> allows(policy, method.value())))
			.map((method) -> finding(source, method, "the method " + method.text()));
	}

	private static boolean allows(GoverningPolicy policy, String method) {
		return policy.effective()
			.allowedMethods()
			.values()
			.stream()
			.anyMatch((allowed) -> allowed.value().equals(ANY) || allowed.value().equalsIgnoreCase(method)
					|| (allowed.value().equalsIgnoreCase("GET") && method.equals("HEAD")));
	}

	private static Stream<Finding> credentials(GoverningPolicy source, List<GoverningPolicy> policies) {
		boolean more = source.allowsCredentials() && policies.stream().noneMatch(GoverningPolicy::allowsCredentials);
		return more ? Stream.of(finding(source, source.effective().allowCredentials(), "credentials")) : Stream.empty();
	}

	private static Finding finding(GoverningPolicy source, ConfiguredValue<?> value, String what) {
		String paths = String.join(", ", source.effective().paths().texts());
		return Finding.of(RuleId.POLICY_OVERLAP, source.name(), value,
				"No policy allows %s, but this configuration does, for paths that no policy governs (%s)."
					.formatted(what, paths),
				"Let a policy govern these paths, or take %s out of %s.".formatted(value.text(), Remedy.key(value)));
	}

}
