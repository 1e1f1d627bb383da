package io.github.corsstarter.validation;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code shadowed-cors}: other CORS configuration, for paths that a policy governs.
 */
final class ShadowedCorsRule implements SourceRule {

	@Override
	public Stream<Finding> check(SourceSubject subject) {
		if (subject.source().kind() == CorsSource.Kind.WEBSOCKET) {
			// It may be meant to allow fewer origins than the policy
			return Stream.empty();
		}
		return switch (subject.judged().effect()) {
			case SHADOWED -> Stream.of(finding(subject, "all"));
			case PARTLY_SHADOWED -> Stream.of(finding(subject, "some"));
			case ACTIVE, OPAQUE -> Stream.empty();
		};
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
