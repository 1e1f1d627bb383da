package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.validation.CorsPolicyException;
import io.github.corsstarter.validation.FailureReport;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows everything that is wrong with the policies at once, and what to do about it.
 */
class CorsPolicyFailureAnalyzer extends AbstractFailureAnalyzer<CorsPolicyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CorsPolicyException cause) {
		FailureReport report = new FailureReport(cause.report());
		return new FailureAnalysis(report.description(), report.action(), cause);
	}

}
