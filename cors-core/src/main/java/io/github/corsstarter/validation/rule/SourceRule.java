package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * One rule about CORS configuration outside of {@code cors.*}, held against one source.
 */
@FunctionalInterface
public interface SourceRule {

	/**
	 * Look for violations.
	 * @param subject the source
	 * @param findings takes what is found, by values in declared order
	 */
	void check(SourceSubject subject, Consumer<Finding> findings);

	/**
	 * Create a finding about a source as a whole. Its value, which a waiver names, is the
	 * name of the source.
	 * @param rule the rule
	 * @param source the source
	 * @param message why
	 * @param remedy what to do
	 * @return the finding
	 */
	static Finding finding(RuleId rule, CorsSource source, String message, String remedy) {
		return new Finding(rule, null, source.property(), source.name(), source.name(), source.location(), message,
				null, remedy);
	}

}
