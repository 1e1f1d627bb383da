package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * {@code opaque-cors}: other CORS configuration that could neither be read nor asked.
 */
final class OpaqueCorsRule implements SourceRule {

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		CorsSource source = subject.source();
		if (source.content() instanceof SourceContent.Opaque opaque) {
			findings.accept(SourceRule.finding(RuleId.OPAQUE_CORS, source,
					"What it allows is not known, so it was not judged. " + opaque.tried(),
					"Move what %s allows into a policy, or see that it is safe and waive it."
						.formatted(source.phrase())));
		}
	}

}
