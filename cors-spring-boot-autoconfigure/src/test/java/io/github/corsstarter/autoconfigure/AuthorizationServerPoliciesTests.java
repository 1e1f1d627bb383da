package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policies that the documentation proposes for Spring Authorization Server.
 */
class AuthorizationServerPoliciesTests {

	private static final Pattern YAML = Pattern.compile("```yaml\n([^`]+)```");

	private static final String PAGE = "https://spa.example.net";

	private final CorsSettings settings = new CorsPropertiesReader(
			new TestEnvironment().profiles("prod").yaml(documented()))
		.read();

	private final CorsPolicies policies = new CorsPolicies(PathPatternMapping.of(this.settings.compile(), List.of()));

	private static String documented() {
		try {
			Matcher yaml = YAML.matcher(Files.readString(Path.of("..", "docs", "authorization-server.md")));
			assertThat(yaml.find()).isTrue();
			return yaml.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private CorsDecision preflight(String method, String path) {
		return this.policies
			.decide(CorsRequest.preflight(PAGE, method, path, List.of("authorization", "content-type")));
	}

	@Test
	void productionStartsWithoutAWarning() {
		ValidationReport report = new PolicyValidator(new PathPatternSyntax()).validate(this.settings.input());
		assertThat(report.errors()).isEmpty();
		assertThat(report.warnings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /oauth2/token", "POST /oauth2/revoke", "GET /oauth2/jwks", "GET /userinfo",
			"GET /.well-known/openid-configuration", "GET /.well-known/oauth-authorization-server" })
	void everyPageMayCallWithoutCredentials(String request) {
		String[] parts = request.split(" ");
		CorsDecision decision = preflight(parts[0], parts[1]);
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThat(decision.header("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(decision.header("Access-Control-Allow-Credentials")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorize", "/oauth2/introspect", "/oauth2/device_authorization",
			"/connect/logout", "/connect/register", "/login", "/oauth2/token/../authorize" })
	void noPageMayCall(String path) {
		assertThat(preflight("GET", path).outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		assertThat(preflight("POST", path).outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	void browsersNavigateToTheAuthorizationEndpoint(String method) {
		CorsRequest navigation = CorsRequest.builder(method, "/oauth2/authorize")
			.origin(PAGE)
			.fetchMode("navigate")
			.build();
		assertThat(this.policies.decide(navigation).outcome()).isEqualTo(CorsDecision.Outcome.NAVIGATION);
	}

}
