package io.github.corsstarter.validation;

import java.util.EnumSet;

import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.validation.report.ValidationReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PolicyValidator}.
 */
class PolicyValidatorTests {

	/** What no rule finds that looks at the policies. */
	private static final EnumSet<RuleId> KNOWN_ELSEWHERE = EnumSet.of(RuleId.INVALID_PROFILE, RuleId.INVALID_VALUE,
			RuleId.LOST_POLICY, RuleId.UNSTABLE_SOURCE, RuleId.RELOAD_UNSUPPORTED, RuleId.SHARED_PREFIX,
			RuleId.EXPIRED_WAIVER, RuleId.UNUSED_WAIVER, RuleId.SHADOWED_CORS, RuleId.POLICY_OVERLAP,
			RuleId.POLICY_BYPASSED, RuleId.OPAQUE_CORS, RuleId.REFUSED_ORIGINS);

	@Test
	void nothingConfiguredIsNothingToReport() {
		assertThat(Validation.production().found()).isEmpty();
	}

	@Test
	void violationsStandByRuleThenPolicyThenEntry() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOrigins("http://localhost:3000", "x", "http://localhost"))
			.policy("mobile", (mobile) -> mobile.paths("/m").allowedOrigins("y", "http://localhost").allowedMethods())
			.problem(RuleId.INVALID_VALUE, "cors.max-age")
			.found()).containsExactly("invalid-origin error cors.allowed-origins[1]",
					"invalid-origin error cors.policies.mobile.allowed-origins[0]", "invalid-value error cors.max-age",
					"localhost-origin error cors.allowed-origins[0]", "localhost-origin error cors.allowed-origins[2]",
					"localhost-origin error cors.policies.mobile.allowed-origins[1]",
					"no-origins warn cors.policies.mobile.allowed-methods");
	}

	@Test
	void anyOriginIsReportedOnce() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginRegexes("http.*").allowCredentials(true))
			.found()).containsExactly("wildcard-with-credentials error cors.allowed-origin-regexes[0]");
	}

	@Test
	void disabledPoliciesTakeNoPart() {
		assertThat(Validation.production()
			.disabledPolicy("dev", (dev) -> dev.allowedOrigins("x", "null").allowedMethods("a b"))
			.found()).isEmpty();
	}

	@Test
	void brokenConfigurationRuleStopsEveryStart() {
		ValidationReport report = Validation.development().base((base) -> base.allowedOrigins("x")).report();
		assertThat(report.isValid()).isFalse();
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(report::throwIfUnsafe)
			.withMessageStartingWith("The CORS policy is not valid (active profile 'dev'). 1 problem:")
			.satisfies((ex) -> assertThat(ex.report()).isSameAs(report));
	}

	@Test
	void brokenSafetyRuleStopsTheStartInProduction() {
		ValidationReport report = Validation.production().base((base) -> base.allowedOrigins("null")).report();
		assertThat(report.isValid()).isTrue();
		assertThatExceptionOfType(UnsafeCorsPolicyException.class).isThrownBy(report::throwIfUnsafe)
			.withMessageContaining("1. null-origin: cors.allowed-origins[0] = null");
	}

	@Test
	void brokenSafetyRuleStopsNothingElsewhere() {
		ValidationReport report = Validation.development().base((base) -> base.allowedOrigins("null")).report();
		report.throwIfUnsafe();
		assertThat(report.infos()).hasSize(1);
	}

	@Test
	void adviceStopsNothing() {
		ValidationReport report = Validation.production().base((base) -> base.allowedOrigins()).report();
		report.throwIfUnsafe();
		assertThat(report.warnings()).hasSize(1);
	}

	@Test
	void everyRuleLooksOrIsKnownToBeLookedAtElsewhere() {
		assertThat(Validation.allRules().keySet())
			.containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(KNOWN_ELSEWHERE));
	}

}
