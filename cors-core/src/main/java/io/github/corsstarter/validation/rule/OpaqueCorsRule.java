package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.subject.SourceSubject;
import org.jspecify.annotations.Nullable;

/**
 * {@code opaque-cors}: other CORS configuration that could neither be read nor asked, or
 * that was asked and gave no answer.
 */
final class OpaqueCorsRule implements SourceRule {

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		CorsSource source = subject.source();
		String message = message(source.content());
		if (message != null) {
			findings.accept(SourceRule.finding(RuleId.OPAQUE_CORS, source, message,
					"Move what %s allows into a policy, or see that it is safe and waive it."
						.formatted(source.phrase())));
		}
	}

	private static @Nullable String message(SourceContent content) {
		if (content instanceof SourceContent.Opaque opaque) {
			return "What it allows is not known, so it was not judged. " + opaque.tried();
		}
		return (content instanceof SourceContent.Silent silent)
				? ("It was asked for %d paths and passed all of them on. What it allows elsewhere, or for other "
						+ "requests, was not judged.")
					.formatted(silent.paths())
				: null;
	}

}
