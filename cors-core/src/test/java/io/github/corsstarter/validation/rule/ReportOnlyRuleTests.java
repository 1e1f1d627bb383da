package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code report-only}, and for what the other rules make of such a policy.
 */
class ReportOnlyRuleTests {

	private static CorsPolicyDefinition.Builder next(CorsPolicyDefinition.Builder policy) {
		return policy.paths("/api/**").enforcement(Enforcement.REPORT_ONLY);
	}

	@Test
	void saysSoInProductionAlone() {
		assertThat(Validation.production().policy("next", (next) -> next(next).allowedOrigins("https://a.example.com")))
			.satisfies((validation) -> assertThat(validation.found())
				.containsExactly("report-only warn cors.policies.next.enforcement"));
		assertThat(Validation.development()
			.policy("next", (next) -> next(next).allowedOrigins("https://a.example.com"))
			.found()).isEmpty();
	}

	@Test
	void canBeMadeAnError() {
		assertThat(Validation.production()
			.policy("next", (next) -> next(next).allowedOrigins("https://a.example.com"))
			.severity("report-only", "error")
			.found()).containsExactly("report-only error cors.policies.next.enforcement");
	}

	@Test
	void whatSafetyRulesRefuseIsAWarningWhateverTheirSeverity() {
		for (String severity : new String[] { "error", "warn", "off" }) {
			assertThat(Validation.production()
				.policy("next", (next) -> next(next).allowedOrigins("http://localhost:3000"))
				.severity("localhost-origin", severity)
				.severity("report-only", "off")
				.found()).containsExactly("localhost-origin warn cors.policies.next.allowed-origins[0]");
		}
		assertThat(Validation.development()
			.policy("next", (next) -> next(next).allowedOrigins("*").allowCredentials(true))
			.found()).containsExactly("wildcard-with-credentials warn cors.policies.next.allowed-origins[0]");
	}

	@Test
	void anEnforcedPolicyThatInheritsTheSameIsRefusedAllTheSame() {
		assertThat(Validation.production()
			.base((base) -> base.paths().allowedOrigins("http://localhost:3000"))
			.policy("next", ReportOnlyRuleTests::next)
			.policy("api", (api) -> api.paths("/api/**"))
			.severity("report-only", "off")
			.found()).containsExactly("localhost-origin warn cors.allowed-origins[0]",
					"localhost-origin error cors.allowed-origins[0]");
	}

	@Test
	void configurationRulesHold() {
		assertThat(Validation.development()
			.policy("next", (next) -> next(next).allowedOrigins("https://a.example.com/path"))
			.found()).containsExactly("invalid-origin error cors.policies.next.allowed-origins[0]");
	}

	@Test
	void theSamePathMayBeEnforcedAndReportedButNeitherTwice() {
		assertThat(Validation.development()
			.policy("api", (api) -> api.paths("/api/**").allowedOrigins("https://a.example.com"))
			.policy("next", (next) -> next(next).allowedOrigins("https://a.example.com"))
			.found()).isEmpty();
		assertThat(Validation.development()
			.policy("one", (one) -> next(one).allowedOrigins("https://a.example.com"))
			.policy("two", (two) -> next(two).allowedOrigins("https://a.example.com"))
			.found()).containsExactly("duplicate-path error cors.policies.two.paths[0]");
	}

}
