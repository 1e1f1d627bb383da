package io.github.corsstarter.actuate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.corsstarter.actuate.CorsEndpoint.CorsDescriptor;
import io.github.corsstarter.actuate.CorsPolicyDescriptor.OriginDescriptor;
import io.github.corsstarter.actuate.CorsSourceDescriptor.ConfigurationDescriptor;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.PathGovernance;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.TestPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsEndpoint}.
 */
class CorsEndpointTests {

	private static final ValidationReport CLEAN = new ValidationReport(false, List.of("dev"), List.of());

	private static final CorsRejections REJECTIONS = new CorsRejections(Clock.systemUTC());

	private static CorsPolicies policies(CorsPolicyDefinition... definitions) {
		List<CorsPolicy> policies = Arrays.stream(definitions)
			.map(EffectivePolicy::of)
			.map(CorsPolicy::compile)
			.toList();
		return new CorsPolicies(PathPatternMapping.of(policies, List.of()));
	}

	private static CorsPolicyDescriptor describe(CorsPolicyDefinition definition) {
		return new CorsEndpoint(policies(definition), CLEAN, null, REJECTIONS).cors().policies().get(0);
	}

	@Test
	void rejectionByAnotherReadingNamesThePolicyOfThePathAndTheOneThatDecides() {
		CorsPolicies policies = policies(
				CorsPolicyDefinition.builder("api").paths("/api/**").allowedOrigins("https://a.example.com").build(),
				CorsPolicyDefinition.builder("admin").paths("/admin/**").allowedOrigins("https://b.example").build());
		CorsExplanation explained = ((ExplanationBody) Objects
			.requireNonNull(new CorsEndpoint(policies, CLEAN, null, REJECTIONS).view("explain", "/api/..%2fadmin/x",
					"https://a.example.com", null, null, null, null)))
			.explanation();
		assertThat(explained.policy()).isEqualTo("api");
		assertThat(explained.matchedPath()).isEqualTo("/api/**");
		assertThat(explained.actual().decidedBy()).isEqualTo("admin");
		assertThat(explained.matchedBy()).isNull();
		assertThat(explained.explanation()).contains("can also be read as one that policy 'admin' governs");
		assertThat(explained.remedy()).contains("cors.policies.admin.allowed-origins");
	}

	@Test
	void explanationNamesWhatElseIsForAnUngovernedPath() {
		List<JudgedSource> sources = List.of(source("/users/{id}", "UserController#get()", true),
				source("/orders", "OrderController#list()", true), source(null, "ownFilter", false));
		CorsPolicies policies = policies(CorsPolicyDefinition.builder("base")
			.paths("/api/**")
			.allowedOrigins("https://app.example.com")
			.build());
		CorsEndpoint endpoint = new CorsEndpoint(policies, () -> new ApplicationReport(CLEAN, sources), null,
				REJECTIONS, (governing) -> {
					throw new IllegalStateException();
				}, Map.of(), () -> null);
		assertThat(explanation(endpoint, "/users/7"))
			.endsWith("Other CORS configuration is for it: cross-origin-annotation UserController#get().");
		assertThat(explanation(endpoint, "/x"))
			.endsWith("Other CORS configuration that cannot be read may be for it: cors-filter ownFilter.");
		assertThat(explanation(new CorsEndpoint(policies, CLEAN, null, REJECTIONS), "/x"))
			.endsWith("No other CORS configuration was found that is for it.");
		assertThat(explanation(endpoint, "/api/x")).doesNotContain("Other");
	}

	@Test
	void sourceOnThePortOfTheEndpointsIsForNoPathOfTheApplication() {
		CorsSource apart = source("/users/{id}", "UserController#get()", true).source().standing(Standing.APART);
		List<JudgedSource> sources = List
			.of(JudgedSource.of(apart, (kind, pattern) -> new PathGovernance.Extent(false, List.of())));
		CorsEndpoint endpoint = new CorsEndpoint(policies(), () -> new ApplicationReport(CLEAN, sources), null,
				REJECTIONS, (governing) -> {
					throw new IllegalStateException();
				}, Map.of(), () -> null);
		CorsExplanation explained = ((ExplanationBody) Objects
			.requireNonNull(endpoint.view("explain", "/users/7", "https://a.example.com", null, null, null, null)))
			.explanation();
		assertThat(explained.actual().decidedBy()).isNull();
		assertThat(explained.explanation()).endsWith("No other CORS configuration was found that is for it.");
	}

	@Test
	void longListsAreTruncated() {
		String[] origins = IntStream.range(0, 1_001)
			.mapToObj((i) -> "https://a" + i + ".example.com")
			.toArray(String[]::new);
		CorsPolicyDescriptor policy = describe(CorsPolicyDefinition.builder("base")
			.paths("/**")
			.allowedOrigins(origins)
			.allowedOriginPatterns("https://*.example.org")
			.build());
		assertThat(policy.allowedOrigins()).hasSize(1_000)
			.last()
			.extracting(OriginDescriptor::value)
			.isEqualTo("https://a999.example.com");
		assertThat(policy.allowedOriginPatterns()).hasSize(1);
		assertThat(policy.truncated()).isEqualTo(Map.of("allowedOrigins", 1_001));
	}

	@Test
	void listsOfAThousandAreShownInFull() {
		String[] origins = IntStream.range(0, 1_000)
			.mapToObj((i) -> "https://a" + i + ".example.com")
			.toArray(String[]::new);
		CorsPolicyDescriptor policy = describe(
				CorsPolicyDefinition.builder("base").paths("/**").allowedOrigins(origins).build());
		assertThat(policy.allowedOrigins()).hasSize(1_000);
		assertThat(policy.truncated()).isNull();
	}

	@Test
	void longListsOfOtherSourcesAndOfViolationsAreTruncated() {
		List<String> origins = Collections.nCopies(5_000, "https://a.example.com");
		CorsSource annotation = CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, "UserController",
				List.of(), 1, new SourceConfiguration(origins, null, null, null, null, null, null));
		JudgedSource source = JudgedSource.of(annotation,
				(kind, pattern) -> new PathGovernance.Extent(false, List.of()));
		Violation violation = new Violation(RuleId.NO_ORIGINS, Severity.WARN, "base", null, null, null, "None.",
				"Add one.", null, false);
		ValidationReport report = new ValidationReport(false, List.of(), Collections.nCopies(2_000, violation));
		CorsDescriptor described = new CorsEndpoint(policies(),
				() -> new ApplicationReport(report, Collections.nCopies(1_500, source)), null, REJECTIONS,
				(governing) -> {
					throw new IllegalStateException();
				}, Map.of(), () -> null)
			.cors();
		assertThat(described.otherSources()).hasSize(1_000);
		assertThat(described.violations()).hasSize(1_000);
		assertThat(described.truncated()).isEqualTo(Map.of("otherSources", 1_500, "violations", 2_000));
		ConfigurationDescriptor configuration = described.otherSources().get(0).configuration();
		assertThat(configuration).isNotNull();
		assertThat(configuration.allowedOrigins()).hasSize(1_000);
		assertThat(configuration.truncated()).isEqualTo(Map.of("allowedOrigins", 5_000));
	}

	@Test
	void policiesThatTookThePlaceOfOthersAreDescribed() {
		AtomicReference<PolicyTable> current = new AtomicReference<>();
		CorsEndpoint endpoint = new CorsEndpoint(new CorsPolicies(current::get), CLEAN, null, REJECTIONS);
		for (String origin : List.of("https://one.example", "https://two.example")) {
			current.set(TestPolicies.table(TestPolicies.policy("api", "/**").allowedOrigins(origin)));
			assertThat(endpoint.cors().policies().get(0).allowedOrigins()).extracting(OriginDescriptor::value)
				.containsExactly(origin);
			assertThat(endpoint.cors().policies()).isSameAs(endpoint.cors().policies());
		}
	}

	@Test
	void explanationIsThatOfPoliciesThatWereInForceTogether() {
		PolicyTable one = TestPolicies.table(TestPolicies.policy("one", "/**"));
		PolicyTable two = TestPolicies
			.table(TestPolicies.policy("two", "/**").allowedOrigins("https://a.example.com").allowedMethods("PUT"));
		CorsEndpoint endpoint = new CorsEndpoint(TestPolicies.inTurn(one, two), CLEAN, null, REJECTIONS);
		for (int i = 0; i < 4; i++) {
			CorsExplanation explained = ((ExplanationBody) Objects
				.requireNonNull(endpoint.view("explain", "/x", "https://a.example.com", "PUT", null, null, null)))
				.explanation();
			assertThat(explained.preflight().status()).isEqualTo("one".equals(explained.policy()) ? 403 : 200);
			assertThat(explained.actual().status() == null).isEqualTo("two".equals(explained.policy()));
		}
	}

	@Test
	void formIsExplained() {
		CorsEndpoint endpoint = new CorsEndpoint(TestPolicies.policies(TestPolicies.policy("base", "/**")
			.allowedOrigins("https://a.example.com")
			.crossSiteForms(CrossSiteForms.LISTED)), CLEAN, null, REJECTIONS);
		CorsExplanation allowed = explainForm(endpoint, "https://a.example.com", "POST");
		assertThat(allowed.outcome()).isEqualTo("allowed");
		assertThat(allowed.preflight().needed()).isFalse();
		assertThat(allowed.actual().headers()).containsOnlyKeys("Vary");
		assertThat(allowed.matchedBy()).isEqualTo("cors.allowed-origins[0]");
		CorsExplanation rejected = explainForm(endpoint, "https://b.example.com", "POST");
		assertThat(rejected.outcome()).isEqualTo("rejected");
		assertThat(rejected.reason()).isEqualTo("origin-not-allowed");
		assertThat(rejected.actual().status()).isEqualTo(403);
		assertThat(rejected.explanation()).contains("cors.cross-site-forms");
		CorsExplanation link = explainForm(endpoint, "https://b.example.com", "GET");
		assertThat(link.outcome()).isEqualTo("allowed");
		assertThat(link.explanation()).contains("A navigation is not a CORS request");
		assertThat(link.matchedBy()).isNull();
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> endpoint.view("explain", "/x", "https://a.example.com", "POST", null, "Navigate", null))
			.withMessageContaining("'mode' must be cors or navigate");
	}

	private static CorsExplanation explainForm(CorsEndpoint endpoint, String origin, String method) {
		return ((ExplanationBody) Objects
			.requireNonNull(endpoint.view("explain", "/x", origin, method, null, "navigate", null))).explanation();
	}

	private static String explanation(CorsEndpoint endpoint, String path) {
		return ((ExplanationBody) Objects
			.requireNonNull(endpoint.view("explain", path, "https://a.example.com", null, null, null, null)))
			.explanation()
			.explanation();
	}

	private static JudgedSource source(@Nullable String path, String name, boolean readable) {
		SourceConfiguration configuration = new SourceConfiguration(List.of("*"), null, null, null, null, null, null);
		List<String> paths = (path != null) ? List.of(path) : List.of();
		CorsSource source = readable
				? CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, name, paths, 1, configuration)
				: CorsSource.code(CorsSource.Kind.CORS_FILTER, name, paths, new SourceContent.Opaque("It hangs."));
		return JudgedSource.of(source, (kind, pattern) -> new PathGovernance.Extent(false, List.of()));
	}

	@Test
	void disabledCorsHasNoPolicies() {
		CorsEndpoint.CorsDescriptor cors = new CorsEndpoint(null, CLEAN, null, REJECTIONS).cors();
		assertThat(cors.enabled()).isFalse();
		assertThat(cors.production()).isFalse();
		assertThat(cors.activeProfiles()).containsExactly("dev");
		assertThat(cors.filter()).isNull();
		assertThat(cors.policies()).isEmpty();
		assertThat(cors.otherSources()).isEmpty();
		assertThat(cors.violations()).isEmpty();
	}

	@Test
	void policiesStandInMatchOrder() {
		CorsPolicies policies = policies(
				CorsPolicyDefinition.builder("base").allowedOrigins("https://a.example").build(),
				CorsPolicyDefinition.builder("deep").paths("/a/b/**").build(),
				CorsPolicyDefinition.builder("flat").paths("/a/**").build());
		assertThat(new CorsEndpoint(policies, CLEAN, null, REJECTIONS).cors().policies())
			.extracting(CorsPolicyDescriptor::name)
			.containsExactly("deep", "flat", "base");
	}

	@Test
	void policyIsDescribedWithItsDefaults() {
		CorsPolicyDescriptor policy = describe(
				CorsPolicyDefinition.builder("base").allowedOrigins("https://a.example").build());
		assertThat(policy.paths()).containsExactly("/**");
		assertThat(policy.allowedMethods()).containsExactly("GET", "HEAD", "POST");
		assertThat(policy.allowedHeaders()).containsExactly("*");
		assertThat(policy.exposedHeaders()).isEmpty();
		assertThat(policy.allowCredentials()).isFalse();
		assertThat(policy.maxAge()).isEqualTo("PT30M");
		assertThat(policy.preflightStatus()).isEqualTo(200);
		assertThat(policy.inherited()).containsExactly("paths", "allowedMethods", "allowedHeaders", "exposedHeaders",
				"allowCredentials", "maxAge", "preflightStatus", "crossSiteForms", "timingAllowOrigin", "enforcement");
	}

	@Test
	void originsAreShownInBothSpellings() {
		CorsPolicyDescriptor policy = describe(
				CorsPolicyDefinition.builder("base").allowedOrigins("HTTPS://A.example:443/", "null", "*").build());
		assertThat(policy.allowedOrigins()).containsExactly(
				new CorsPolicyDescriptor.OriginDescriptor("https://a.example", "HTTPS://A.example:443/",
						"cors.allowed-origins[0]", null, null),
				new CorsPolicyDescriptor.OriginDescriptor("null", "null", "cors.allowed-origins[1]", null, null),
				new CorsPolicyDescriptor.OriginDescriptor("*", "*", "cors.allowed-origins[2]", null, null));
	}

	@Test
	void patternsAreShownWithTheDomainsTheyAreConfinedTo() {
		CorsPolicyDescriptor policy = describe(CorsPolicyDefinition.builder("base")
			.allowedOriginPatterns("https://*.EXAMPLE.com", "https://*.github.io", "*")
			.build());
		assertThat(policy.allowedOriginPatterns()).extracting(CorsPolicyDescriptor.OriginDescriptor::value)
			.containsExactly("https://*.example.com", "https://*.github.io", "*");
		assertThat(policy.allowedOriginPatterns())
			.<@Nullable List<String>>extracting(CorsPolicyDescriptor.OriginDescriptor::registrableDomains)
			.containsExactly(List.of("example.com"), null, null);
	}

	@Test
	void regexesAreShownWithTheDomainsTheyAreConfinedTo() {
		CorsPolicyDescriptor policy = describe(CorsPolicyDefinition.builder("base")
			.allowedOriginRegexes("https://www\\.example\\.(com|net)", "https://.*example\\.com")
			.build());
		assertThat(policy.allowedOriginRegexes())
			.<@Nullable List<String>>extracting(CorsPolicyDescriptor.OriginDescriptor::registrableDomains)
			.containsExactly(List.of("example.com", "example.net"), null);
	}

	@Test
	void methodsAreShownAsTheyAreCompared() {
		CorsPolicyDescriptor policy = describe(
				CorsPolicyDefinition.builder("base").allowedOrigins("*").allowedMethods("get", "GET", "purge").build());
		assertThat(policy.allowedMethods()).containsExactly("GET", "purge");
	}

	@Test
	void violationsKeepTheirWaiver() {
		Waiver waiver = new Waiver(RuleId.WILDCARD_ORIGIN, "*", null, "Public", LocalDate.of(2030, 1, 31));
		Violation waived = new Violation(RuleId.WILDCARD_ORIGIN, Severity.WARN, "base", "cors.allowed-origins[0]", "*",
				new Location.Bean("here"), "Why.", "What to do.", waiver);
		Violation info = new Violation(RuleId.NULL_ORIGIN, Severity.INFO, null, null, null, null, "Why.", "What to do.",
				new Waiver(RuleId.NULL_ORIGIN, "null", null, "Sandbox", null));
		ValidationReport report = new ValidationReport(true, List.of("prod"), List.of(waived, info));
		CorsEndpoint.CorsDescriptor cors = new CorsEndpoint(policies(), report, null, REJECTIONS).cors();
		assertThat(cors.violations()).containsExactly(
				new CorsEndpoint.ViolationDescriptor("wildcard-origin", "warn", "base", "cors.allowed-origins[0]", "*",
						"bean 'here'", "Why.", "What to do.", new CorsEndpoint.WaiverDescriptor("Public", "2030-01-31"),
						null),
				new CorsEndpoint.ViolationDescriptor("null-origin", "info", null, null, null, null, "Why.",
						"What to do.", new CorsEndpoint.WaiverDescriptor("Sandbox", null), null));
	}

}
