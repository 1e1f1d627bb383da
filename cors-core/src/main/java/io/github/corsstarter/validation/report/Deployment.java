package io.github.corsstarter.validation.report;

import java.time.LocalDate;
import java.util.List;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Where the application runs.
 *
 * @param production whether an active profile is one of the production profiles
 * @param activeProfiles the active profiles in the order in which they were activated
 * @param cloudPlatform the cloud platform that was recognised, or {@code null}
 * @param productionProfiles the names and expressions of the production profiles
 * @param today the date in UTC
 * @param contextPath the path below which the application is, without a slash at its end;
 * empty for the root
 */
public record Deployment(boolean production, List<String> activeProfiles, @Nullable String cloudPlatform,
		ConfiguredList productionProfiles, LocalDate today, String contextPath) {

	public Deployment {
		activeProfiles = List.copyOf(activeProfiles);
	}

	/**
	 * Return whether a production profile that is a plain name means an active profile:
	 * they are equal but for case, or the profile goes on after the name with {@code -},
	 * {@code _}, {@code .} or a digit.
	 * @param name a plain name
	 * @param profile an active profile
	 * @return {@code true} if the profile is meant
	 */
	public static boolean isProductionProfile(String name, String profile) {
		return profile.regionMatches(true, 0, name, 0, name.length())
				&& (profile.length() == name.length() || "-_.0123456789".indexOf(profile.charAt(name.length())) >= 0);
	}

	/**
	 * Return the profile whose files a remedy should name.
	 * @return the active profile that makes this production; outside production, the
	 * first profile that would
	 */
	public String productionProfile() {
		List<String> names = this.productionProfiles.values()
			.stream()
			.map(ConfiguredValue::value)
			.filter(Deployment::isPlainName)
			.toList();
		if (!this.production || this.activeProfiles.isEmpty()) {
			return names.isEmpty() ? "prod" : names.get(0);
		}
		return this.activeProfiles.stream()
			.filter((profile) -> names.stream().anyMatch((name) -> isProductionProfile(name, profile)))
			.findFirst()
			.orElse(this.activeProfiles.get(this.activeProfiles.size() - 1));
	}

	private static boolean isPlainName(String name) {
		return name.chars().allMatch((c) -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
	}

}
