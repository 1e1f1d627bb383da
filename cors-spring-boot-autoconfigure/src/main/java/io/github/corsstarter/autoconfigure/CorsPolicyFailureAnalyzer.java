package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.validation.report.CorsPolicyException;
import io.github.corsstarter.validation.report.FailureText;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows everything that is wrong with the policies at once, and what to do about it.
 */
class CorsPolicyFailureAnalyzer extends AbstractFailureAnalyzer<CorsPolicyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CorsPolicyException cause) {
		FailureText report = new FailureText(cause.report());
		return new FailureAnalysis(report.description(), report.action(), cause);
	}

}
