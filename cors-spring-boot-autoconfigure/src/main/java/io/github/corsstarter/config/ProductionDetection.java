package io.github.corsstarter.config;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.web.ContextPath;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Finds out where the application runs.
 */
final class ProductionDetection {

	private static final String OPERATORS = "!&|()";

	private static final Pattern MISSING_OPERAND = Pattern.compile("^\\s*[&|]|[&|!]\\s*$|[&|!(]\\s*[&|)]");

	private final Environment environment;

	private final List<String> profiles;

	private final List<Finding> problems = new ArrayList<>();

	/**
	 * Create the detection.
	 * @param environment knows the profiles and the platform
	 */
	ProductionDetection(Environment environment) {
		this.environment = environment;
		this.profiles = profilesInForce(environment);
	}

	/**
	 * Find out where the application runs.
	 * @param productionProfiles the names and expressions of the production profiles
	 * @return the deployment
	 */
	Deployment detect(ConfiguredList productionProfiles) {
		boolean production = false;
		for (ConfiguredValue<String> entry : productionProfiles.values()) {
			// Not short-circuited, so that every expression is parsed
			production |= isActive(entry);
		}
		return new Deployment(production, this.profiles, cloudPlatform(), productionProfiles,
				LocalDate.now(ZoneOffset.UTC), ContextPath.of(this.environment));
	}

	/**
	 * Return what was wrong with the production profiles.
	 * @return a finding for each expression that cannot be parsed
	 */
	List<Finding> problems() {
		return List.copyOf(this.problems);
	}

	private boolean isActive(ConfiguredValue<String> entry) {
		if (!isExpression(entry.value())) {
			return isActive(entry.value());
		}
		Profiles expression = isComplete(entry.value()) ? parse(entry.value()) : null;
		if (expression != null) {
			return this.environment.acceptsProfiles(expression);
		}
		this.problems
			.add(Finding.of(RuleId.INVALID_PROFILE, null, entry, "'" + entry.text() + "' is not a profile expression.",
					"Write profile names joined by & or |, with parentheses around each group when both occur, such as "
							+ "'(prod | live) & !test'."));
		return false;
	}

	private boolean isActive(String name) {
		for (String profile : this.profiles) {
			if (Deployment.isProductionProfile(name, profile)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isExpression(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (OPERATORS.indexOf(text.charAt(i)) >= 0) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable Profiles parse(String expression) {
		try {
			return Profiles.of(expression);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return whether no parenthesis and no operand is missing. Spring reads such an
	 * expression as far as it goes, and then production may be another set of profiles
	 * than was meant.
	 */
	private static boolean isComplete(String expression) {
		if (MISSING_OPERAND.matcher(expression).find()) {
			return false;
		}
		int depth = 0;
		for (int i = 0; i < expression.length() && depth >= 0; i++) {
			depth += switch (expression.charAt(i)) {
				case '(' -> 1;
				case ')' -> -1;
				default -> 0;
			};
		}
		return depth == 0;
	}

	/**
	 * Return the active profiles, or those that Spring falls back to.
	 */
	private static List<String> profilesInForce(Environment environment) {
		String[] active = environment.getActiveProfiles();
		return (active.length > 0) ? List.of(active)
				: Arrays.stream(environment.getDefaultProfiles())
					.filter((profile) -> !AbstractEnvironment.RESERVED_DEFAULT_PROFILE_NAME.equals(profile))
					.toList();
	}

	private @Nullable String cloudPlatform() {
		CloudPlatform platform = CloudPlatform.getActive(this.environment);
		return (platform != null && platform != CloudPlatform.NONE)
				? platform.name().toLowerCase(Locale.ROOT).replace('_', ' ') : null;
	}

}
