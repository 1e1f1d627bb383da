package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.source.RequiredOriginSourceException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link org.springframework.boot.diagnostics.FailureAnalyzer FailureAnalyzer} for a
 * source of origins that is required and could not be loaded.
 */
class OriginSourceFailureAnalyzer extends AbstractFailureAnalyzer<RequiredOriginSourceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RequiredOriginSourceException cause) {
		String action = "Let the bean '%1$s' load, or set cors.origin-sources.%1$s.required to false: the application "
				+ "then starts, allows the configured origins alone, and tries again.";
		return new FailureAnalysis(cause.getMessage(), action.formatted(cause.getSource()), cause);
	}

}
