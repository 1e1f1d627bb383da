package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * {@code shadowed-cors}: other CORS configuration, for paths that a policy governs.
 */
final class ShadowedCorsRule implements SourceRule {

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		if (subject.source().kind().isHandshake()) {
			// It may be meant to allow fewer origins than the policy
			return;
		}
		switch (subject.judged().effect()) {
			case SHADOWED -> findings.accept(finding(subject, "all"));
			case PARTLY_SHADOWED -> findings.accept(finding(subject, "some"));
			case ACTIVE, AHEAD, OPAQUE -> {
			}
		}
	}

	private static Finding finding(SourceSubject subject, String howMany) {
		JudgedSource judged = subject.judged();
		CorsSource source = judged.source();
		List<String> keys = subject.policies()
			.stream()
			.filter((policy) -> judged.shadowedBy().contains(policy.name()))
			.map((policy) -> policy.effective().paths().key())
			.toList();
		String names = String.join("', '", judged.shadowedBy());
		String govern = (judged.shadowedBy().size() == 1) ? "Policy '%s' governs" : "The policies '%s' govern";
		String message = "%s %s of its paths (%s), and there this configuration has no effect."
			.formatted(govern.formatted(names), howMany, source.pathsText());
		String remedy = "Move what it allows into the policy and remove %s, or narrow %s.".formatted(source.phrase(),
				String.join(" and ", keys));
		return SourceRule.finding(RuleId.SHADOWED_CORS, source, message, remedy);
	}

}
