package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.origin.advice.Advice;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * {@code unbounded-origins}: a pattern or a regular expression of which one branch
 * accepts origins of more than one owner.
 */
final class UnboundedOriginsRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		List<AllowedOrigin> parts = policy.anyOriginParts();
		if (!parts.isEmpty() && !policy.allowsCredentials()) {
			findings
				.accept(anyOrigin(policy, parts.get(0), policy.anyOriginPartsText() + " together accept any origin."));
		}
		for (AllowedOrigin origin : policy.origins()) {
			if (reports(policy, origin)) {
				findings.accept(origin.isAnyOrigin() ? anyOrigin(policy, origin, "The entry accepts any origin.")
						: unconfined(policy, origin));
			}
		}
	}

	/**
	 * Return whether the rule has something to say about an entry by itself.
	 * @param policy a policy
	 * @param origin one of its entries
	 * @return {@code true} if the entry is not confined, and no other rule says so
	 */
	static boolean reports(GoverningPolicy policy, AllowedOrigin origin) {
		if (origin.isAnyOrigin()) {
			return !origin.isPlainWildcard() && !policy.allowsCredentials();
		}
		Confinement confinement = policy.isPartOfAnyOrigin(origin) ? null : origin.confinement();
		return confinement != null && !confinement.confined();
	}

	private static Finding anyOrigin(GoverningPolicy policy, AllowedOrigin origin, String message) {
		return OriginRule.finding(RuleId.UNBOUNDED_ORIGINS, policy, origin, message,
				"Write * in %s in place of the entry if every website is meant, or list the origins."
					.formatted(policy.effective().allowedOrigins().key()));
	}

	private static Finding unconfined(GoverningPolicy policy, AllowedOrigin origin) {
		Advice advice = origin.advice();
		return OriginRule.finding(RuleId.UNBOUNDED_ORIGINS, policy, origin, message(advice),
				remedy(policy, origin.configured(), correction(policy, origin, advice)));
	}

	private static String message(Advice advice) {
		String mistakes = String.join(" ", advice.mistakes());
		if (advice.counterExamples().isEmpty()) {
			return mistakes;
		}
		String examples = String.join(", ", advice.counterExamples());
		return mistakes.isEmpty() ? "The entry accepts origins of other owners: " + examples + "."
				: mistakes + " It also accepts " + examples + ".";
	}

	/**
	 * An entry that is also reported as insecure gets one correction for both.
	 */
	private static @Nullable String correction(GoverningPolicy policy, AllowedOrigin origin, Advice advice) {
		boolean insecure = policy.allowsCredentials() && origin.language().example(Hosts.INSECURE) != null;
		String secure = insecure ? origin.secureCorrection() : null;
		return (secure != null) ? secure : advice.correction();
	}

	private static String remedy(GoverningPolicy policy, ConfiguredValue<String> value, @Nullable String correction) {
		if (correction != null) {
			return policy.isElsewhere() ? Remedy.correct(value, correction) : Remedy.write(value, correction);
		}
		String example = Remedy.isRegex(value) ? Remedy.spell(value, "https://.*\\.example\\.com")
				: "https://*.example.com";
		return "In %s, name the domain that you own in full, such as %s.%s".formatted(Remedy.key(value), example,
				Remedy.backslashHint(value));
	}

}
