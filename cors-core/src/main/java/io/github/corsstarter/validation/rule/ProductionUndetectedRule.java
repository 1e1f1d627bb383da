package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code production-undetected}: a deployment that looks like production, in which the
 * safety rules are not enforced.
 */
final class ProductionUndetectedRule implements Rule {

	/**
	 * Profiles that Spring Cloud Kubernetes and the buildpacks of Cloud Foundry activate.
	 */
	private static final Set<String> SET_BY_PLATFORMS = Set.of("kubernetes", "cloud");

	/** Parts of profiles that are meant not to be production. */
	private static final Set<String> NOT_PRODUCTION = Set.of("pre", "non", "not", "no", "near", "pseudo", "fake",
			"mock", "like", "test", "dev", "staging", "local");

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
		else if (deployment.cloudPlatform() != null && SET_BY_PLATFORMS.containsAll(deployment.activeProfiles())) {
			findings.accept(finding(ConfiguredList.of("spring.profiles.active", List.of()),
					"The application runs on %s without an active profile%s.".formatted(deployment.cloudPlatform(),
							deployment.activeProfiles().isEmpty() ? "" : " but those that platforms set"),
					"Set spring.profiles.active to one of the profiles of " + profiles.key() + ", such as "
							+ deployment.productionProfile() + "."));
		}
		else {
			deployment.activeProfiles()
				.stream()
				.filter((profile) -> isNearProduction(profile, profiles))
				.findFirst()
				.ifPresent((profile) -> findings.accept(ofNearProduction(profile, profiles)));
		}
	}

	/**
	 * Return whether one part of a profile is a plain name of production, and none says
	 * that it is not.
	 */
	private static boolean isNearProduction(String profile, ConfiguredList profiles) {
		List<String> parts = List.of(profile.toLowerCase(Locale.ROOT).split("[-_.]"));
		return parts.stream().noneMatch(NOT_PRODUCTION::contains)
				&& profiles.values().stream().anyMatch((name) -> parts.contains(name.value().toLowerCase(Locale.ROOT)));
	}

	private static Finding ofNearProduction(String profile, ConfiguredList profiles) {
		return Finding.of(RuleId.PRODUCTION_UNDETECTED, null,
				ConfiguredValue.of(profile, "spring.profiles.active", null),
				"The profile '" + profile + "' is not production: a name of " + profiles.key()
						+ " matches only at its beginning." + NOT_ENFORCED,
				"Add " + profile + " to " + profiles.key() + ", or rename the profile.");
	}

	private static Finding finding(ConfiguredList list, String message, String remedy) {
		return Finding.of(RuleId.PRODUCTION_UNDETECTED, null, Blank.value(list), message + NOT_ENFORCED, remedy);
	}

}
