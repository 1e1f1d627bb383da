package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README promises in five minutes.
 */
class ReadmeTests {

	private static final Page README = new Page("README.md");

	private static TestEnvironment profile(String profile) {
		return new TestEnvironment().profiles(profile).yaml(fileOf(profile) + "---\n" + fileOfAll());
	}

	private static String fileOf(String profile) {
		return yaml().filter((text) -> text.startsWith("# application-" + profile + ".yml")).findFirst().orElseThrow();
	}

	private static String fileOfAll() {
		return yaml().findFirst().orElseThrow();
	}

	private static Stream<String> yaml() {
		return README.examples("yaml").stream().map(Example::text);
	}

	private static ValidationReport report(CorsSettings settings) {
		return new PolicyValidator(new PathPatternSyntax()).validate(settings.input());
	}

	private static CorsDecision decide(TestEnvironment environment, CorsRequest request) {
		CorsSettings settings = new CorsPropertiesReader(environment).read();
		return new CorsPolicies(PathPatternMapping.of(settings.compile(), List.of())).decide(request);
	}

	@Test
	void everyEnvironmentStarts() {
		for (String profile : List.of("dev", "staging", "prod")) {
			ValidationReport report = report(new CorsPropertiesReader(profile(profile)).read());
			assertThat(report.errors()).as(profile).isEmpty();
			assertThat(report.warnings()).as(profile).isEmpty();
		}
		assertThat(report(new CorsPropertiesReader(profile("prod")).read()).violations()).extracting(Violation::waiver)
			.hasSize(1)
			.doesNotContainNull();
	}

	@Test
	void preflightIsAnsweredAsShown() {
		TestEnvironment environment = new TestEnvironment().properties(README.examples("properties").get(0).text());
		CorsDecision decision = decide(environment,
				CorsRequest.preflight("http://localhost:5173", "POST", "/api/books", List.of("content-type")));
		String headers = decision.headers()
			.entrySet()
			.stream()
			.map((header) -> header.getKey() + ": " + header.getValue() + "\n")
			.collect(Collectors.joining());
		assertThat(README.text()).contains("```http\nHTTP/1.1 " + decision.status() + "\n" + headers + "Vary: "
				+ decision.varyValue() + "\n```\n");
		assertThat(decide(environment, get("https://evil.example", "/api/books")).outcome())
			.isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void withoutAProfileOnlyTheCatalogHasAPolicy() {
		CorsRequest preflight = CorsRequest.preflight("http://localhost:5173", "POST", "/api/books",
				List.of("content-type"));
		assertThat(decide(profile("dev"), preflight).outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		TestEnvironment none = new TestEnvironment().yaml(fileOfAll());
		assertThat(decide(none, preflight).outcome()).isEqualTo(CorsDecision.Outcome.NOT_GOVERNED);
		assertThat(decide(none, get("https://anyone.example", "/catalog/books")).outcome())
			.isEqualTo(CorsDecision.Outcome.ALLOWED);
	}

	@Test
	void methodsThatAreNotSetAreThoseOfTheReadmeWithoutCookies() {
		TestEnvironment environment = new TestEnvironment().properties(README.examples("properties").get(0).text());
		for (String method : List.of("GET", "HEAD", "POST")) {
			CorsDecision decision = decide(environment,
					CorsRequest.preflight("http://localhost:5173", method, "/api/books", List.of()));
			assertThat(decision.outcome()).as(method).isEqualTo(CorsDecision.Outcome.ALLOWED);
			assertThat(decision.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
		}
		assertThat(decide(environment, CorsRequest.preflight("http://localhost:5173", "PUT", "/api/books", List.of()))
			.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void subdomainsOfStagingAndTheOriginsOfProductionAreAllowed() {
		assertAllowed("staging", "https://x.staging.example.com", "/api/books");
		assertAllowed("prod", "https://admin.example.com", "/api/books");
		assertAllowed("prod", "https://anyone.example", "/catalog/books");
		assertThat(decide(profile("prod"), get("http://localhost:5173", "/api/books")).outcome())
			.isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	private static void assertAllowed(String profile, String origin, String path) {
		assertThat(decide(profile(profile), get(origin, path)).outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
	}

	private static CorsRequest get(String origin, String path) {
		return CorsRequest.builder("GET", path).origin(origin).build();
	}

	@Test
	void unsafePolicyIsRefusedAsShown() {
		String line = "allowed-origins: [https://app.example.com, http://localhost:5173]";
		assertThat(README.text()).contains("Put `" + line + "` in `application.yml`");
		String shared = fileOfAll().replaceFirst("cors:\n", "cors:\n  " + line + "\n");
		String own = fileOf("prod").replaceFirst("  allowed-origins: .*\n", "");
		TestEnvironment environment = new TestEnvironment().profiles("prod").yaml(shared + "---\n" + own);
		FailureText text = new FailureText(
				new PolicyValidator(new PathPatternSyntax()).start(new CorsPropertiesReader(environment).read().input())
					.policies());
		assertThat(README.text()).contains("Description:\n\n"
				+ text.description().replace("file [application.yml]", "class path resource [application.yml]")
				+ "\n\nAction:\n\n" + text.action() + "\n```\n");
	}

}
