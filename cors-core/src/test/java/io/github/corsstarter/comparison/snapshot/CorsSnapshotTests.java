package io.github.corsstarter.comparison.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.Snapshots;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CorsSnapshotTests {

	private static final String TEXT = """
			{
			  "format": 1,
			  "profiles": [
			    "prod",
			    "eu"
			  ],
			  "production": true,
			  "policies": [
			    {
			      "name": "base",
			      "paths": [
			        "/api/**",
			        "/users/{id}"
			      ],
			      "origins": [
			        "https://a.example",
			        "https://b.example"
			      ],
			      "originPatterns": [
			        "https://*.example.com"
			      ],
			      "originRegexes": [
			        "https://pr-\\\\d{1,5}\\\\.example\\\\.com"
			      ],
			      "methods": [
			        "GET",
			        "PATCH"
			      ],
			      "headers": [
			        "*"
			      ],
			      "exposedHeaders": [
			        "x-total-count"
			      ],
			      "credentials": true,
			      "maxAge": "PT1H",
			      "preflightStatus": 204,
			      "crossSiteForms": "allow",
			      "timingAllowOrigin": false,
			      "enforcement": "enforce"
			    },
			    {
			      "name": "next",
			      "paths": [
			        "/api/**"
			      ],
			      "origins": [],
			      "originPatterns": [],
			      "originRegexes": [],
			      "methods": [],
			      "headers": [],
			      "exposedHeaders": [],
			      "credentials": false,
			      "maxAge": "PT0S",
			      "preflightStatus": 200,
			      "crossSiteForms": "listed",
			      "timingAllowOrigin": true,
			      "enforcement": "report-only",
			      "originSource": "customers"
			    }
			  ],
			  "waivers": [
			    {
			      "rule": "localhost-origin",
			      "value": "https://localhost",
			      "reason": "Capacitor"
			    },
			    {
			      "rule": "wildcard-origin",
			      "value": "*",
			      "policy": "next",
			      "reason": "The catalog is \\"public\\"\\u202e.",
			      "expires": "2027-06-30"
			    }
			  ],
			  "severities": {
			    "insecure-origin": "warn",
			    "no-origins": "error"
			  },
			  "reservedPaths": [
			    "/actuator",
			    "/graphql"
			  ]
			}
			""";

	@Test
	void textIsCanonical() {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder("base")
			.paths("/users/{id}", "/api/**")
			.allowedOrigins("https://b.example", "https://A.example:443/", "https://a.example")
			.allowedOriginPatterns("https://*.Example.com")
			.allowedOriginRegexes(" https://pr-\\d{1,5}\\.example\\.com")
			.allowedMethods("patch", "get", "GET")
			.allowedHeaders("*")
			.exposedHeaders("X-Total-Count", "x-total-count")
			.allowCredentials(true)
			.maxAge(Duration.ofMillis(3_600_500))
			.preflightStatus(204)
			.build();
		SnapshotPolicy next = Snapshots.policy("next", (policy) -> {
			policy.origins = List.of();
			policy.methods = List.of();
			policy.headers = List.of();
			policy.maxAge = Duration.ZERO;
			policy.listedFormsOnly = true;
			policy.timingAllowOrigin = true;
			policy.reportOnly = true;
			policy.originSource = "customers";
		});
		SnapshotWaiver catalog = new SnapshotWaiver("wildcard-origin", "*", "next", "The catalog is \"public\"\u202e.",
				LocalDate.of(2027, 6, 30));
		SnapshotWaiver app = new SnapshotWaiver("localhost-origin", "https://localhost", null, "Capacitor", null);
		TreeMap<String, String> severities = new TreeMap<>();
		severities.put("no-origins", "error");
		severities.put("insecure-origin", "warn");
		CorsSnapshot snapshot = new CorsSnapshot(List.of("prod", "eu"), true,
				List.of(next, SnapshotPolicy.of(EffectivePolicy.of(base))), List.of(catalog, app, catalog), severities,
				List.of("/graphql", "/actuator/"));
		assertThat(snapshot.toJson()).isEqualTo(TEXT);
	}

	@Test
	void textIsReadBack() throws SnapshotSyntaxException {
		CorsSnapshot snapshot = CorsSnapshot.parse(TEXT);
		assertThat(snapshot.toJson()).isEqualTo(TEXT);
		assertThat(CorsSnapshot.parse(TEXT.replace("\n", "\r\n").replace("  ", "\t"))).isEqualTo(snapshot);
	}

	@Test
	void listsAreSortedByCodePoint() {
		SnapshotPolicy policy = Snapshots.policy("p",
				(changed) -> changed.paths = List.of("/\ud83d\ude00", "/\uff21", "/a"));
		assertThat(policy.paths()).containsExactly("/a", "/\uff21", "/\ud83d\ude00");
	}

	@Test
	void revisionIsThatOfThePoliciesAsTheyStandInTheText() throws Exception {
		CorsSnapshot snapshot = CorsSnapshot.parse(TEXT);
		String policies = TEXT.substring(TEXT.indexOf("\"policies\": ") + 12, TEXT.indexOf(",\n  \"waivers\""));
		byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
			.digest(policies.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(snapshot.revision()).isEqualTo(java.util.HexFormat.of().formatHex(digest).substring(0, 12));
		CorsSnapshot others = new CorsSnapshot(List.of(), false, snapshot.policies(), List.of(), new TreeMap<>(),
				List.of());
		assertThat(others.revision()).isEqualTo(snapshot.revision());
		assertThat(Snapshots.of().revision()).isNotEqualTo(snapshot.revision()).hasSize(12);
	}

	@Test
	void policiesHaveDifferentNamesAndPaths() {
		SnapshotPolicy policy = Snapshots.policy("p", (changed) -> {
		});
		assertThatIllegalArgumentException().isThrownBy(() -> Snapshots.of(policy, policy))
			.withMessage("Two policies have the name 'p'.");
		assertThatIllegalArgumentException().isThrownBy(() -> Snapshots.of(policy, policy.withName("q")))
			.withMessage("Two policies govern '/api/**'.");
	}

	@ParameterizedTest
	@MethodSource("brokenTexts")
	void brokenTextIsRefusedWithItsPlace(String old, String changed, String place, String message) {
		String text = TEXT.replaceFirst(java.util.regex.Pattern.quote(old),
				java.util.regex.Matcher.quoteReplacement(changed));
		SnapshotSyntaxException fault = catchThrowableOfType(SnapshotSyntaxException.class,
				() -> CorsSnapshot.parse(text));
		assertThat(fault).hasMessage(message);
		assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
	}

	static Stream<Arguments> brokenTexts() {
		return Stream.of(
				Arguments.of("\"format\": 1", "\"format\": 2", "2:13",
						"This is format 2, and this version reads format 1 only."),
				Arguments.of("\"format\": 1", "\"format\": \"1\"", "2:13", "Expected a number."),
				Arguments.of("\"format\": 1,", "", "1:1", "\"format\" is missing here."),
				Arguments.of("\"production\":", "\"prod\":", "7:11", "A snapshot of format 1 has no \"prod\" here."),
				Arguments.of("\"credentials\": true", "\"credentials\": \"yes\"", "35:22", "Expected true or false."),
				Arguments.of("\"PT1H\"", "\"1h\"", "36:17", "This is not a time such as PT30M."),
				Arguments.of("204,", "404,", "37:26", "A preflight that is allowed has a status from 200 to 299."),
				Arguments.of("\"enforce\"", "\"maybe\"", "40:22", "\"maybe\" is not one of enforce, report-only."),
				Arguments.of("\"warn\"", "\"info\"", "77:24", "\"info\" is not one of error, warn, off."),
				Arguments.of("2027-06-30", "tomorrow", "73:18", "This is not a date such as 2027-06-30."),
				Arguments.of("\"next\"", "\"base\"", "8:15", "Two policies have the name 'base'."),
				Arguments.of("\"/users/{id}\"", "\"/users/{id\"", "13:9",
						"\"/users/{id\" is not allowed here: '/users/{id' is not a path pattern: "
								+ "a variable is not closed."),
				Arguments.of("\"/graphql\"", "\"/\"", "82:5", "\"/\" is not allowed here: '/' reserves nothing."),
				Arguments.of("\"name\": \"base\"", "\"name\": null", "10:15",
						"A snapshot has no null; what is absent is left out."),
				Arguments.of("\"methods\": [", "\"paths\": [", "25:7", "The name \"paths\" occurs twice."),
				Arguments.of("\"prod\",", "\"prod\"", "5:5", "A comma or a ] is missing here."),
				Arguments.of("\"eu\"", "\"eu", "5:5", "This text has no closing quote."),
				Arguments.of("\"eu\"", "\"\\x\"", "5:6", "JSON has no such escape."),
				Arguments.of("true,", "TRUE,", "7:17", "This is not JSON."),
				Arguments.of("204,", "2e2,", "37:26", "Numbers in a snapshot are whole and have at most nine digits."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[]            | Expected an object in { }.
			{}            | "format" is missing here.
			{"a": 1} x    | There is text after the end of the snapshot.
			{"format": 1  | The file ends too early.
			cors: {}      | This is not JSON.
			[[[[[[[[[[    | Values are nested more than 8 deep.
			""")
	void foreignTextIsRefused(String text, String message) {
		assertThat(catchThrowableOfType(SnapshotSyntaxException.class, () -> CorsSnapshot.parse(text)))
			.hasMessage(message);
	}

}
