package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionExplanation;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Configurations as people write them, from what is written to what is said and done.
 */
class EverydayConfigurationTests {

	@Test
	void listOfPoliciesIsNoMap() {
		TestEnvironment environment = new TestEnvironment().yaml("""
				cors:
				  policies:
				    - name: admin
				      paths: /admin/**
				      allowed-origins: https://admin.example.com
				    - name: shop
				      paths: /shop/**
				      allowed-origins: https://shop.example.com
				""");
		assertThat(violations(environment)).contains("invalid-policy-name cors.policies[0]",
				"invalid-policy-name cors.policies[1]");
	}

	@Test
	void originOfElectronIsAllowed() {
		TestEnvironment environment = new TestEnvironment().profiles("prod").yaml("""
				cors:
				  paths: /api/**
				  allowed-origins: "app://."
				  allow-credentials: true
				""");
		assertThat(violations(environment)).isEmpty();
		assertThat(decide(environment, "app://.").headers()).containsEntry("Access-Control-Allow-Origin", "app://.");
		TestEnvironment pattern = new TestEnvironment().yaml("""
				cors:
				  paths: /api/**
				  allowed-origin-patterns: "app://*"
				""");
		assertThat(decide(pattern, "app://.").outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
	}

	@Test
	void blanksAroundValuesAreNoPartOfThem() {
		TestEnvironment environment = new TestEnvironment().variables(Map.of("CORS_MAX_AGE", "30m\r")).properties("""
				cors.allowed-origins=https://app.example.com\\u0020
				cors.preflight-status=204\\u0020
				cors.allow-credentials=true\\u0020
				cors.validation.rules.long-max-age=off\\u0020
				""");
		assertThat(violations(environment)).isEmpty();
	}

	@Test
	void causesOfNullAreNamedBeforeItIsAllowed() {
		TestEnvironment environment = new TestEnvironment().yaml("cors.allowed-origins: https://app.example.com");
		CorsRequest request = CorsRequest.builder("POST", "/api/x").origin("null").build();
		RejectionExplanation explanation = RejectionExplanation.of(request, decide(environment, "null"));
		assertThat(explanation.explanation()).contains("redirected", "Referrer-Policy");
		assertThat(explanation.remedy()).startsWith("Call the final address without a redirect");
	}

	@Test
	void underscoreInTheNameOfAPolicyIsNoPartOfAVariable() {
		TestEnvironment environment = new TestEnvironment().profiles("prod")
			.variables(Map.of("CORS_POLICIES_PARTNER_API_PATHS", "/partner/**",
					"CORS_POLICIES_PARTNER_API_ALLOWEDORIGINS", "https://partner.example.org"));
		assertThat(violations(environment)).contains("unknown-property CORS_POLICIES_PARTNER_API_PATHS",
				"unknown-property CORS_POLICIES_PARTNER_API_ALLOWEDORIGINS");
	}

	@Test
	void methodsAmongHeadersAreSuspicious() {
		TestEnvironment environment = new TestEnvironment().yaml("""
				cors:
				  allowed-origins: https://app.example.com
				  allowed-headers: GET, POST, PUT, DELETE
				  allowed-methods: Authorization, Content-Type
				""");
		assertThat(violations(environment)).contains("suspicious-value cors.allowed-headers[0]",
				"suspicious-value cors.allowed-methods[1]");
	}

	private static CorsDecision decide(TestEnvironment environment, String origin) {
		CorsSettings settings = new CorsPropertiesReader(environment).read();
		return new CorsPolicies(PathPatternMapping.of(settings.compile(), List.of()))
			.decide(CorsRequest.builder("POST", "/api/x").origin(origin).build());
	}

	private static List<String> violations(TestEnvironment environment) {
		return new PolicyValidator(new PathPatternSyntax())
			.validate(new CorsPropertiesReader(environment).read().input())
			.violations()
			.stream()
			.map(EverydayConfigurationTests::text)
			.toList();
	}

	private static String text(Violation violation) {
		return violation.rule() + " " + violation.property();
	}

}
