package io.github.corsstarter.validation.rule;

import java.util.List;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Findings;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceText;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * {@code shadowed-cors}: other CORS configuration, for paths that a policy governs.
 */
public final class ShadowedCorsRule implements SourceRule {

	@Override
	public void check(SourceSubject subject, Findings findings) {
		if (subject.source().kind() == CorsSource.Kind.WEBSOCKET) {
			// It may be meant to allow fewer origins than the policy
			return;
		}
		switch (subject.judged().effect()) {
			case SHADOWED -> findings.add(finding(subject, "all"));
			case PARTLY_SHADOWED -> findings.add(finding(subject, "some"));
			case ACTIVE, OPAQUE -> {
			}
		}
	}

	private static Finding finding(SourceSubject subject, String howMany) {
		JudgedSource judged = subject.judged();
		CorsSource source = judged.source();
		SourceText text = new SourceText(source);
		List<String> keys = subject.policies()
			.stream()
			.filter((policy) -> judged.shadowedBy().contains(policy.name()))
			.map((policy) -> policy.effective().paths().property())
			.toList();
		String names = String.join("', '", judged.shadowedBy());
		String govern = (judged.shadowedBy().size() == 1) ? "Policy '%s' governs" : "The policies '%s' govern";
		String message = "%s %s of its paths (%s), and there this configuration has no effect."
			.formatted(govern.formatted(names), howMany, String.join(", ", source.paths()));
		String remedy = "Move what it allows into the policy and remove %s, or narrow %s.".formatted(text.phrase(),
				String.join(" and ", keys));
		return new Finding(RuleId.SHADOWED_CORS, null, source.property(), source.name(), source.name(), text.location(),
				message, null, remedy);
	}

}
