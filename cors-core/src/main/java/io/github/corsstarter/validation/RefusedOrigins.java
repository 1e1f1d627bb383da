package io.github.corsstarter.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * {@code refused-origins}: sources of origins that have entries which are left out. It is
 * known only while the application runs, and not the same from one moment to the next, so
 * that it is looked for whenever somebody asks.
 */
public final class RefusedOrigins {

	private RefusedOrigins() {
	}

	/**
	 * Find the sources that have such entries now.
	 * @param policies the policies in force
	 * @param input what was configured
	 * @return a violation for each source
	 */
	public static List<Violation> find(List<CorsPolicy> policies, ValidationInput input) {
		List<Violation> violations = new ArrayList<>();
		Set<AdditionalOrigins> seen = new HashSet<>();
		Severity severity = new Severities(input).of(RuleId.REFUSED_ORIGINS);
		for (CorsPolicy policy : policies) {
			AdditionalOrigins additional = policy.additionalOrigins();
			ConfiguredValue<String> source = policy.definition().originSource();
			if (severity != Severity.OFF && additional != null && source != null && seen.add(additional)
					&& additional.status().refused() > 0) {
				violations
					.add(Violation.of(finding(policy, source, additional.status().refused()), severity, null, false));
			}
		}
		return violations;
	}

	private static Finding finding(CorsPolicy policy, ConfiguredValue<String> source, long count) {
		return Finding.of(RuleId.REFUSED_ORIGINS, policy.name(), source,
				"%d %s of origin source '%s' %s left out, because no policy should allow %s.".formatted(count,
						(count == 1) ? "entry" : "entries", source.value(), (count == 1) ? "is" : "are",
						(count == 1) ? "it" : "them"),
				"Correct the data: the view refused-origins of the endpoint lists the latest, and why.");
	}

}
