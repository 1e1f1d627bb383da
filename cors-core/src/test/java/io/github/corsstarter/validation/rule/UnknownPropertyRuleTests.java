package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code unknown-property}.
 */
class UnknownPropertyRuleTests {

	private static final RuleId RULE = RuleId.UNKNOWN_PROPERTY;

	@ParameterizedTest
	@CsvSource({ "cors.allowed-orgins, cors.allowed-origins", "cors.alowed-orgins, cors.allowed-origins",
			"cors.allowed-origin, cors.allowed-origins", "cors.allow-origin, cors.allowed-origins",
			"cors.allowed.origins, cors.allowed-origins", "cors.path, cors.paths",
			"cors.policy.admin.paths, " + "cors.policies.admin.paths",
			"cors.origin-source.customers.tenant, cors.origin-sources.customers.tenant",
			"cors.origin-sources.customers.tenent, cors.origin-sources.customers.tenant",
			"cors.polices.admin.allowed-orgins, cors.policies.admin.allowed-origins",
			"cors.policies.admin.allowed-orgin, cors.policies.admin.allowed-origins",
			"cors.policies[my.admin].allowed-orgin, cors.policies[my.admin].allowed-origins",
			"cors.production.profile, cors.production.profiles", "cors.production-profiles, cors.production.profiles",
			"cors.validation.rule.localhost-origin, cors.validation.rules.localhost-origin",
			"cors.validation.waiver[0].rule, cors.validation.waivers[0].rule", "cors.filter-order, cors.filter.order",
			"cors.explain-rejection, cors.explain-rejections", "cors.enable, cors.enabled",
			"cors.max.age, cors.max-age", "cors.allowed-credentials, cors.allow-credentials",
			"cors.expose-headers, cors.exposed-headers", "cors.allowed-origin-pattern, cors.allowed-origin-patterns",
			"cors.policies.admin.enable, cors.policies.admin.enabled", "CORS_ALLOWEDORGINS, CORS_ALLOWEDORIGINS",
			"CORS_ALLOWED_ORGINS, CORS_ALLOWEDORIGINS",
			"CORS_POLICIES_ADMIN_ALLOWEDORIGIN, CORS_POLICIES_ADMIN_ALLOWEDORIGINS",
			"CORS_POLICY_ADMIN_PATHS, CORS_POLICIES_ADMIN_PATHS",
			"CORS_POLICIES_PARTNER_API_PATHS, CORS_POLICIES_PARTNERAPI_PATHS",
			"CORS_POLICIES_MOBILE_APP_ALLOWED_ORIGINS, CORS_POLICIES_MOBILEAPP_ALLOWEDORIGINS",
			"cors.policies.mobile.app.paths, cors.policies.mobileapp.paths",
			"cors[allowed-origins], cors.allowed-origins", "cors.policies.admin[paths], cors.policies.admin.paths" })
	void reportsNearMissesWithTheNearestKey(String key, String nearest) {
		Validation validation = Validation.production().key(key);
		assertThat(validation.found()).containsExactly("unknown-property error " + key);
		assertThat(validation.violation(RULE).remedy()).isEqualTo("Rename " + key + " to " + nearest + ".");
		assertThat(validation.violation(RULE).value()).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.allowed-origins", "cors.allowedOrigins", "cors.allowed_origins[1]", "cors.paths[0]",
			"cors.policies.admin.paths", "cors.policies.admin.allowCredentials", "cors.policies[my.admin].max-age",
			"cors.production.profiles", "cors.validation.rules.localhost-orgin",
			"cors.validation.rules[localhost-origin]", "cors.validation.waivers[0].reson", "cors.explain-rejections",
			"cors.filter.order", "cors.enabled", "CORS_ALLOWEDORIGINS", "CORS_ALLOWED_ORIGINS", "CORS_ALLOWEDORIGINS_0",
			"CORS_ALLOWED_ORIGIN_PATTERNS_12_", "CORS_POLICIES_ADMIN_ALLOWCREDENTIALS",
			"CORS_POLICIES_ADMIN_ALLOW_CREDENTIALS", "CORS_FILTER_ORDER", "CORS_VALIDATION_RULES_LOCALHOSTORIGIN",
			"CORS_VALIDATION_WAIVERS_0_RULE", "CORS_PRODUCTION_PROFILES" })
	void acceptsKeysInEverySpelling(String key) {
		assertThat(Validation.production().key(key).found()).isEmpty();
	}

	@Test
	void saysThatTheNameOfAPolicyHasNoUnderscoreInAVariable() {
		assertThat(Validation.production().key("CORS_POLICIES_PARTNER_API_PATHS").violation(RULE).message())
			.isEqualTo("Nothing reads this key. The name of a policy has no dot, and no underscore in an environment "
					+ "variable.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.policies.a.contact", "cors.policies.s.owner.team", "cors.mycompany.foo", "cors.foo",
			"cors.bar.allowed-orgins", "cors.policies.admin.owner", "cors.age", "cors.web.path", "cors.origins",
			"cors.hosts", "cors.validation.level", "cors.origin-sources.customers.page-size", "cors.filter.name",
			"cors.reload.command", "CORS_PROXY", "CORS_ORIGINS", "CORS_ORIGIN_SOURCES_CUSTOMERS_PAGE_SIZE" })
	void leavesForeignKeysAlone(String key) {
		assertThat(Validation.production().key(key).found()).isEmpty();
	}

	@Test
	void reportsListOnce() {
		assertThat(Validation.production().key("cors.allowed-orgins[0]").key("cors.allowed-orgins[1]").found())
			.containsExactly("unknown-property error cors.allowed-orgins");
	}

	@ParameterizedTest
	@CsvSource({ "cors.max-age.seconds, cors.max-age", "cors.allowed-origins.web, cors.allowed-origins",
			"cors.allowed-origins[0].url, cors.allowed-origins[0]", "cors.filter.order.first, cors.filter.order",
			"cors.policies.admin.paths.api, cors.policies.admin.paths", "cors.enabled.web, cors.enabled" })
	void reportsKeysBelowOneThatHasNone(String key, String nearest) {
		Validation validation = Validation.production().key(key);
		assertThat(validation.found()).containsExactly("unknown-property error " + key);
		assertThat(validation.violation(RULE).remedy()).isEqualTo("Rename " + key + " to " + nearest + ".");
	}

	@ParameterizedTest
	@CsvSource({ "cors.max-age[0], cors.max-age", "cors.policies.admin.enabled[0], cors.policies.admin.enabled",
			"cors.allow-credentials[1], cors.allow-credentials", "cors.filter.order[0], cors.filter.order",
			"cors.explain-rejections[0][1], cors.explain-rejections", "CORS_MAXAGE_0, CORS_MAXAGE" })
	void reportsElementsOfSingleValues(String key, String single) {
		Validation validation = Validation.production().key(single).key(key);
		assertThat(validation.found()).containsExactly("unknown-property error " + key);
		assertThat(validation.violation(RULE).message())
			.isEqualTo("Nothing reads this key: " + single + " has one value and no elements.");
		assertThat(validation.violation(RULE).remedy()).isEqualTo("Rename " + key + " to " + single + ".");
	}

	@Test
	void leavesEnvironmentVariablesBelowAKeyAlone() {
		assertThat(Validation.production().key("CORS_ALLOWED_ORIGINS_FILE").key("CORS_ENABLED_WEB").found()).isEmpty();
	}

	@Test
	void isInfoOutsideProduction() {
		assertThat(Validation.development().key("cors.allowed-orgins").found())
			.containsExactly("unknown-property info cors.allowed-orgins");
	}

	@Test
	void looksAtDisabledPoliciesToo() {
		Violation violation = Validation.production()
			.disabledPolicy("admin", (admin) -> admin)
			.key("cors.policies.admin.allowed-orgins")
			.violation(RULE);
		assertThat(violation.policy()).isEqualTo("admin");
	}

	@Test
	void isWaivedByTheWholeKey() {
		assertThat(Validation.production()
			.key("cors.allow-origin")
			.waiver("unknown-property", "cors.allow-origin", "read by another library")
			.found()).containsExactly("unknown-property error cors.allow-origin waived");
	}

	@Test
	void readsEnvironmentVariablesUnderTheirPropertyNames() {
		assertThat(Validation.production()
			.at(new Location.EnvironmentVariable("CORS_ALLOWED_ORIGINS"))
			.key("cors.allowed.origins")
			.found()).isEmpty();
	}

}
