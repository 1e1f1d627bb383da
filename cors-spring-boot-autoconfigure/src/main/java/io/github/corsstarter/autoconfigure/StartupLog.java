package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What the log says when the application starts: who may call what, each warning, and
 * what would stop a start in production.
 */
final class StartupLog {

	private static final Log logger = LogFactory.getLog(CorsAutoConfiguration.class);

	private static final int SHOWN = 5;

	private StartupLog() {
	}

	/**
	 * Writes who may call what.
	 * @param policies the policies in force
	 */
	static void write(CorsPolicies policies) {
		logger.info(summary(policies.table().all()));
	}

	/**
	 * Writes what there is to be said about all of the application's CORS configuration.
	 * @param report what validation found
	 */
	static void write(ValidationReport report) {
		for (Violation violation : report.warnings()) {
			logger.warn(warning(violation));
		}
		List<String> infos = new ArrayList<>();
		for (Violation violation : report.infos()) {
			infos.add(info(violation));
		}
		if (!infos.isEmpty()) {
			logger.info("In production the CORS policy would stop the start: " + shorten(infos));
		}
	}

	/**
	 * Writes what there is to be said about what was registered when it was too late to
	 * refuse it.
	 * @param report what validation found
	 * @param before what it had found before
	 */
	static void writeLate(ValidationReport report, ValidationReport before) {
		for (Violation violation : report.errors()) {
			if (!before.violations().contains(violation)) {
				logger.error("Registered too late to stop the start: " + warning(violation));
			}
		}
		for (Violation violation : report.warnings()) {
			if (!before.violations().contains(violation)) {
				logger.warn(warning(violation));
			}
		}
	}

	private static String summary(List<CorsPolicy> policies) {
		if (policies.isEmpty()) {
			return "CORS: no policy governs any path";
		}
		StringBuilder summary = new StringBuilder("CORS: ");
		String separator = "";
		for (CorsPolicy policy : policies) {
			append(policy, summary.append(separator));
			separator = "; ";
		}
		return summary.toString();
	}

	private static void append(CorsPolicy policy, StringBuilder summary) {
		EffectivePolicy definition = policy.definition();
		summary.append('\'').append(policy.name());
		summary.append(definition.isReportOnly() ? "' would allow " : "' allows ").append(origins(definition));
		summary.append(policy.allowCredentials() ? " with credentials on " : " on ");
		summary.append(shorten(definition.paths().texts()));
	}

	private static String origins(EffectivePolicy policy) {
		if (policy.allowsAnyOrigin()) {
			return "any origin";
		}
		List<String> origins = new ArrayList<>(policy.allowedOrigins().texts());
		origins.addAll(policy.allowedOriginPatterns().texts());
		origins.addAll(policy.allowedOriginRegexes().texts());
		if (policy.originSourceName() != null) {
			origins.add(0, "the origins of '" + policy.originSourceName() + "'");
		}
		return origins.isEmpty() ? "no origin" : shorten(origins);
	}

	private static String shorten(List<String> texts) {
		if (texts.size() <= SHOWN) {
			return String.join(", ", texts);
		}
		return String.join(", ", texts.subList(0, SHOWN)) + " and " + (texts.size() - SHOWN) + " more";
	}

	private static String warning(Violation violation) {
		String location = (violation.location() != null) ? " " + violation.location().phrase() : "";
		return subject(violation) + location + ": " + violation.message().lines().findFirst().orElse("") + " "
				+ violation.remedy();
	}

	private static String info(Violation violation) {
		Location location = violation.location();
		return (violation.property() == null && location != null) ? subject(violation) + " " + location.phrase()
				: subject(violation);
	}

	private static String subject(Violation violation) {
		return violation.rule() + ": " + violation.subject();
	}

}
