package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * {@code policy-overlap}: other CORS configuration, for paths that no policy governs,
 * that allows what every policy forbids.
 */
final class PolicyOverlapRule implements SourceRule {

	private static final String ANY = "*";

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		GoverningPolicy source = subject.asPolicy();
		List<GoverningPolicy> policies = subject.policies();
		JudgedSource judged = subject.judged();
		boolean ahead = judged.effect() == JudgedSource.Effect.AHEAD;
		if (source != null && !policies.isEmpty() && judged.ungoverned() && !ahead) {
			check(source, where(judged), policies, findings);
		}
	}

	private static String where(JudgedSource judged) {
		String paths = judged.source().pathsText();
		return judged.shadowedBy().isEmpty() ? "paths that no policy governs (%s)".formatted(paths)
				: "those of its paths (%s) that no policy governs".formatted(paths);
	}

	private static void check(GoverningPolicy source, String where, List<GoverningPolicy> policies,
			Consumer<Finding> findings) {
		for (AllowedOrigin origin : source.origins()) {
			if (!isAllowed(origin, policies)) {
				findings
					.accept(finding(source, where, origin.configured(), "the origin " + origin.configured().text()));
			}
		}
		for (ConfiguredValue<String> method : source.effective().allowedMethods().values()) {
			if (policies.stream().noneMatch((policy) -> allows(policy, method.value()))) {
				findings.accept(finding(source, where, method, "the method " + method.text()));
			}
		}
		if (source.allowsCredentials() && policies.stream().noneMatch(GoverningPolicy::allowsCredentials)) {
			findings.accept(finding(source, where, source.effective().allowCredentials(), "credentials"));
		}
	}

	private static boolean isAllowed(AllowedOrigin origin, List<GoverningPolicy> policies) {
		boolean alone = policies.stream()
			.anyMatch((policy) -> policy.origins().stream().anyMatch((entry) -> policy.covers(entry, origin)));
		return alone || AllowedOrigin.covers(policies.stream().flatMap((policy) -> policy.origins().stream()).toList(),
				origin);
	}

	private static boolean allows(GoverningPolicy policy, String method) {
		return policy.effective()
			.allowedMethods()
			.values()
			.stream()
			.anyMatch((allowed) -> allowed.value().equals(ANY) || allowed.value().equalsIgnoreCase(method)
					|| (allowed.value().equalsIgnoreCase("GET") && method.equals("HEAD")));
	}

	private static Finding finding(GoverningPolicy source, String where, ConfiguredValue<?> value, String what) {
		return Finding.of(RuleId.POLICY_OVERLAP, source.name(), value,
				"No policy allows %s, but this configuration does, for %s.".formatted(what, where),
				"Let a policy govern these paths, or take %s out of %s.".formatted(value.text(), Remedy.key(value)));
	}

}
