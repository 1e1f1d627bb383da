package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code production-undetected}: a deployment that looks like production, in which the
 * safety rules are not enforced.
 */
public final class ProductionUndetectedRule implements Rule {

	private static final String NOT_ENFORCED = " The safety rules are not enforced.";

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		Deployment deployment = subject.deployment();
		if (deployment.production()) {
			return;
		}
		ConfiguredList profiles = deployment.productionProfiles();
		if (profiles.values().isEmpty()) {
			findings.accept(finding(profiles, "No profile counts as production.",
					"Set " + profiles.key() + " to the profiles of production, such as prod."));
		}
		else if (deployment.activeProfiles().isEmpty() && deployment.cloudPlatform() != null) {
			findings.accept(finding(ConfiguredList.of("spring.profiles.active", List.of()),
					"The application runs on %s without an active profile.".formatted(deployment.cloudPlatform()),
					"Set spring.profiles.active to one of the profiles of " + profiles.key() + ", such as "
							+ deployment.productionProfile() + "."));
		}
	}

	private static Finding finding(ConfiguredList list, String message, String remedy) {
		return Finding.of(RuleId.PRODUCTION_UNDETECTED, null, Blank.value(list), message + NOT_ENFORCED, remedy);
	}

}
