package io.github.corsstarter.jarmode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CommandLine}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

	private static final String CLOSING_LINE = "\nNot judged: annotations, mappings and filters; "
			+ "what main sets on SpringApplication; @PropertySource; the application's own post-processors; "
			+ "beans of origin sources; config servers that cannot be reached.\n";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path directory;

	@Test
	void safePolicyWouldStart() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		assertThat(run("check", "--profiles=prod")).isZero();
		assertThat(out())
			.isEqualTo("The application would start (active profile 'prod'): "
					+ "its CORS policy is safe for production.\n" + CLOSING_LINE)
			.isEqualTo(new Page("docs/command-line.md").examples("text").get(0).text());
		assertThat(err()).isEmpty();
	}

	@Test
	void warningsFollowTheVerdict() throws IOException {
		write("application.yml", """
				cors:
				  allowed-origins: https://app.example.com
				  max-age: 7d
				""");
		assertThat(run("check", "--profiles=prod")).isZero();
		assertThat(out()).contains("safe for production.\n\nWarning: long-max-age: cors.max-age = 7d at ")
			.contains("application.yml] - 3:12")
			.endsWith(CLOSING_LINE);
	}

	@Test
	void outsideProductionTheVerdictSaysWhatProductionWouldRefuse() throws IOException {
		write("application.yml", "cors.allowed-origins: http://localhost:5173");
		assertThat(run("check", "--profiles=")).isZero();
		assertThat(out()).startsWith("The application would start (no active profile): this is not production, "
				+ "which would refuse localhost-origin: cors.allowed-origins[0] = http://localhost:5173.\n");
	}

	@Test
	void reportIsThatOfTheFailedStart(CapturedOutput output) throws IOException {
		write("application.yml", """
				cors:
				  allowed-origins: [http://localhost:5173, https://app.example.com]
				  allow-credentials: true
				  max-age: 7d
				  policies:
				    feed:
				      paths: /feed/**
				      allowed-origin-patterns: https://*
				""");
		assertThat(run("check", "--profiles=prod")).isEqualTo(1);
		assertThat(out()).doesNotContain("are judged once");
		assertThat(out()).startsWith("***************************\nAPPLICATION FAILED TO START\n")
			.endsWith(CLOSING_LINE);
		assertThat(start("--spring.profiles.active=prod")).hasRootCauseInstanceOf(UnsafeCorsPolicyException.class);
		assertThat(output.getOut()).contains(out().replace(CLOSING_LINE, ""));
	}

	@Test
	void brokenConfigurationRuleIsReportedTheSameWay(CapturedOutput output) throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com/path");
		assertThat(run("check")).isEqualTo(1);
		assertThat(start()).isNotNull();
		assertThat(output.getOut()).contains(out().replace(CLOSING_LINE, ""));
	}

	@Test
	void otherPropertiesAreJudged() throws IOException {
		write("application.yml", """
				management.endpoints.web.cors:
				  allowed-origins: http://localhost:3000
				""");
		assertThat(run("check", "--profiles=prod")).isEqualTo(1);
		assertThat(out()).contains("localhost-origin: management.endpoints.web.cors.allowed-origins");
	}

	@Test
	void disabledPoliciesWouldStart() throws IOException {
		write("application.yml", """
				cors:
				  enabled: false
				  allowed-origins: not an origin
				""");
		assertThat(run("check", "--profiles=prod")).isZero();
		assertThat(out()).contains("cors.enabled is false, so that no policy applies and nothing is judged.");
	}

	@Test
	void argumentsWithADotAreProperties() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		assertThat(run("check", "--cors.allowed-origins=http://localhost:1", "--spring.profiles.active=prod"))
			.isEqualTo(1);
		assertThat(out()).contains("cors.allowed-origins[0] = http://localhost:1", "command line argument");
	}

	@Test
	void profilesAreStrongerThanAnyOtherSource() throws IOException {
		write("application.yml", "cors.allowed-origins: http://localhost:5173");
		assertThat(run("check", "--profiles=", "--spring.profiles.active=prod")).isZero();
		assertThat(run("check", "--profiles=prod", "--spring.profiles.active=dev")).isEqualTo(1);
	}

	@Test
	void profileFilesAreRead() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		write("application-prod.yml", "cors.allowed-origins: http://localhost:5173");
		assertThat(run("check", "--profiles=staging")).isZero();
		assertThat(run("check", "--profiles=prod,eu")).isEqualTo(1);
		assertThat(out()).contains("(active profiles 'prod', 'eu')", "application-prod.yml] - 1:23");
	}

	@Test
	void checkAnswersAsJson() throws IOException {
		write("application.yml", "cors.allowed-origins: http://localhost:5173");
		assertThat(run("check", "--profiles=prod", "--format=json")).isEqualTo(1);
		Map<?, ?> json = json();
		assertThat(json.keySet().stream().map(String::valueOf)).containsExactly("startable", "production",
				"activeProfiles", "violations", "notJudged");
		assertThat(json.get("startable")).isEqualTo(false);
		assertThat(json.get("activeProfiles")).isEqualTo(List.of("prod"));
		assertThat((List<?>) json.get("violations")).singleElement()
			.asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.contains(entry("rule", "localhost-origin"), entry("severity", "error"), entry("policy", "base"),
					entry("property", "cors.allowed-origins[0]"), entry("value", "http://localhost:5173"))
			.doesNotContainKey("waiver");
	}

	@Test
	void policiesAreShownAsJsonAndYaml() throws IOException {
		write("application.yml", """
				cors:
				  allowed-origins: https://App.example.com/
				  policies:
				    catalog:
				      paths: /catalog/**
				      allowed-origin-patterns: https://*.example.org
				""");
		assertThat(run("show")).isZero();
		Map<?, ?> json = json();
		assertThat(run("show", "--format=yaml")).isZero();
		assertThat(new Yaml().<Map<?, ?>>load(out())).isEqualTo(json);
		assertThat((List<?>) json.get("policies")).hasSize(2)
			.first()
			.asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.containsEntry("name", "catalog")
			.containsEntry("maxAge", "PT30M");
		assertThat(out()).contains("value: \"https://app.example.com\"", "configured: \"https://App.example.com/\"");
	}

	@Test
	void safetyRulesDoNotStopAnAnswer() throws IOException {
		write("application.yml", "cors.allowed-origins: http://localhost:5173");
		assertThat(run("show", "--profiles=prod")).isZero();
		assertThat(run("explain", "--profiles=prod", "--path=/x", "--origin=http://localhost:5173")).isZero();
		assertThat(json()).contains(entry("outcome", "allowed"), entry("matchedBy", "cors.allowed-origins[0]"));
	}

	@Test
	void formIsExplained() throws IOException {
		write("application.yml", """
				cors:
				  allowed-origins: https://app.example.com
				  cross-site-forms: listed
				""");
		assertThat(run("explain", "--path=/x", "--origin=https://x.example", "--method=POST", "--mode=navigate"))
			.isZero();
		assertThat(json()).contains(entry("outcome", "rejected"), entry("reason", "origin-not-allowed"));
	}

	@Test
	void hostIsWhereTheRequestIsSentAndNeverTheOrigin() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		assertThat(run("explain", "--path=/x", "--origin=https://a.example", "--host=a.example")).isZero();
		assertThat(json()).contains(entry("outcome", "rejected"), entry("reason", "origin-not-allowed"));
	}

	@Test
	void explanationHasAllKeys() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		assertThat(run("explain", "--path=/api/x", "--origin=https://x.example", "--method=PUT", "--headers=a,b"))
			.isZero();
		assertThat(json()).contains(entry("path", "/api/x"), entry("method", "PUT"),
				entry("headers", List.of("a", "b")), entry("policy", "base"), entry("outcome", "rejected"),
				entry("reason", "origin-not-allowed"), entry("matchedBy", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "show", "explain", "snapshot" })
	void brokenRuleStopsAnAnswer(String command) throws IOException {
		write("application.yml", "cors.allowed-origins: app.example.com");
		assertThat(run(command,
				"explain".equals(command) ? new String[] { "--path=/x", "--origin=https://x.example" } : new String[0]))
			.isEqualTo(1);
		assertThat(out()).isEmpty();
		assertThat(err()).contains("APPLICATION FAILED TO START", "invalid-origin: cors.allowed-origins[0]");
	}

	@Test
	void snapshotIsCanonical() throws IOException {
		write("application.yml", """
				cors:
				  paths: /api/**
				  allowed-origins: [https://b.example.com, https://App.example.com/]
				  allowed-methods: [post, get]
				  max-age: 1h
				  validation:
				    rules:
				      longmaxage: "off"
				      no-origins: warn
				      null-origin: error
				    waivers:
				      - rule: localhost-origin
				        value: http://localhost
				        reason: Mobile
				        expires: 2030-01-31
				""");
		assertThat(run("snapshot", "--profiles=prod")).isZero();
		assertThat(out()).isEqualTo("""
				{
				  "format": 1,
				  "profiles": [
				    "prod"
				  ],
				  "production": true,
				  "policies": [
				    {
				      "name": "base",
				      "paths": [
				        "/api/**"
				      ],
				      "origins": [
				        "https://app.example.com",
				        "https://b.example.com"
				      ],
				      "originPatterns": [],
				      "originRegexes": [],
				      "methods": [
				        "GET",
				        "POST"
				      ],
				      "headers": [
				        "*"
				      ],
				      "exposedHeaders": [],
				      "credentials": false,
				      "maxAge": "PT1H",
				      "preflightStatus": 200,
				      "crossSiteForms": "allow",
				      "timingAllowOrigin": false,
				      "enforcement": "enforce"
				    }
				  ],
				  "waivers": [
				    {
				      "rule": "localhost-origin",
				      "value": "http://localhost",
				      "reason": "Mobile",
				      "expires": "2030-01-31"
				    }
				  ],
				  "severities": {
				    "long-max-age": "off"
				  }
				}
				""");
		assertThat(run("snapshot", "--profiles=prod", "--out=" + this.directory.resolve("prod.cors.json"))).isZero();
		assertThat(out()).isEmpty();
		assertThat(run("diff", "--profiles=prod", this.directory.resolve("prod.cors.json").toString())).isZero();
		assertThat(out()).isEqualTo("The CORS policies allow the same as before.\n");
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example.com, 4, narrower",
			"'https://app.example.com, https://b.example.com, https://c.example.com', 2, wider",
			"https://c.example.com, 2, incomparable" })
	void exitStatusIsThatOfTheVerdict(String origins, int status, String verdict) throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com, https://b.example.com");
		String old = this.directory.resolve("old.cors.json").toString();
		assertThat(run("snapshot", "--out=" + old)).isZero();
		assertThat(run("diff", old, "--format=json", "--cors.allowed-origins=" + origins)).isEqualTo(status);
		assertThat(json()).containsEntry("verdict", verdict);
		assertThat(run("diff", old, "--format=markdown", "--cors.allowed-origins=" + origins)).isEqualTo(status);
		assertThat(out()).startsWith("### CORS policies: " + verdict);
		assertThat(run("diff", old, "--cors.allowed-origins=" + origins)).isEqualTo(status);
		assertThat(out()).contains("https://");
	}

	@Test
	void comparisonIsAsDocumented() throws IOException {
		write("application.yml", """
				cors:
				  policies:
				    shop:
				      paths: /api/**
				      allowed-origins: https://app.example.com
				      allow-credentials: true
				""");
		String old = this.directory.resolve("old.cors.json").toString();
		assertThat(run("snapshot", "--out=" + old)).isZero();
		assertThat(run("diff", old, "--cors.policies.shop.allowed-origin-patterns=https://*.example.com")).isEqualTo(2);
		assertThat(out()).isEqualTo(new Page("docs/snapshots.md").examples("text").get(0).text());
	}

	@Test
	void safetyRuleThatStopsThisStartNoLongerIsALowerSeverity() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		write("application-staging.yml", "cors.validation.rules.localhost-origin: error");
		String old = this.directory.resolve("old.cors.json").toString();
		assertThat(run("snapshot", "--profiles=staging", "--out=" + old)).isZero();
		write("application-staging.yml", "");
		assertThat(run("diff", "--profiles=staging", old)).isEqualTo(2);
		assertThat(out()).contains("Severity of rule localhost-origin from error to its own.");
	}

	@Test
	void waiverIsTheSameInEachSpellingOfItsValue() throws IOException {
		write("application.yml", """
				cors:
				  allowed-origins: https://LOCALHOST/
				  validation.waivers[0]:
				    rule: localhost-origin
				    value: https://LOCALHOST/
				    reason: Mobile
				""");
		String old = this.directory.resolve("old.cors.json").toString();
		assertThat(run("check", "--profiles=prod")).isZero();
		assertThat(run("snapshot", "--profiles=prod", "--out=" + old)).isZero();
		assertThat(Files.readString(Path.of(old))).contains("\"value\": \"https://localhost\"");
		write("application.yml", """
				cors:
				  allowed-origins: https://localhost
				  validation.waivers[0]:
				    rule: localhost-origin
				    value: https://localhost
				    reason: Mobile
				""");
		assertThat(run("diff", "--profiles=prod", old)).isZero();
	}

	@Test
	void settingsOfTheActuatorTakeItsPathFromOtherPolicies() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		String old = this.directory.resolve("old.cors.json").toString();
		assertThat(run("snapshot", "--out=" + old)).isZero();
		assertThat(Files.readString(Path.of(old))).doesNotContain("reservedPaths");
		String actuator = "--management.endpoints.web.cors.allowed-origins=https://ops.example.com";
		assertThat(run("diff", old, actuator)).isEqualTo(2);
		assertThat(out()).contains("- /actuator is no longer governed by policy 'base'");
		assertThat(run("snapshot", actuator)).isZero();
		assertThat(out()).endsWith("""
				  "severities": {},
				  "reservedPaths": [
				    "/actuator"
				  ]
				}
				""");
	}

	@Test
	void missingAndForeignSnapshotsCannotBeRead() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		write("foreign.cors.json", "{\n  \"version\": 2\n}\n");
		String missing = this.directory.resolve("missing.cors.json").toString();
		String foreign = this.directory.resolve("foreign.cors.json").toString();
		assertThat(run("diff", missing)).isEqualTo(70);
		assertThat(err()).isEqualTo("'" + missing + "' cannot be read: there is no such file or folder\n");
		assertThat(run("diff", foreign)).isEqualTo(70);
		assertThat(err()).startsWith("'" + foreign + "' is not a snapshot: line ").hasLineCount(1);
		assertThat(run("snapshot", "--out=" + this.directory.resolve("no/such/folder"))).isEqualTo(70);
		assertThat(err()).endsWith("cannot be written: there is no such file or folder\n").hasLineCount(1);
	}

	@Test
	void brokenFileIsNamed() throws IOException {
		write("application.yml", "cors:\n  allowed-origins: [\n");
		assertThat(run("check")).isEqualTo(70);
		assertThat(out()).isEmpty();
		assertThat(err()).contains("line 3", "file [" + this.directory.resolve("application.yml") + "]")
			.hasLineCount(1);
	}

	@Test
	void brokenFileThatIsImportedIsNamed() throws IOException {
		Path shared = Files.createDirectory(this.directory.resolve("shared"));
		write("application.yml", "spring.config.import: shared/cors.yml");
		write("shared/unrelated.yml", "a: [\n");
		write("shared/cors.yml", "\n\ncors:\n  allowed-origins: [\n");
		assertThat(run("check")).isEqualTo(70);
		assertThat(err()).contains("line 5", shared.resolve("cors.yml").toString())
			.doesNotContain("unrelated")
			.hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.servlet.context-path", "spring.mvc.servlet.path", "cors.allowed-origins" })
	void placeholderOfNothingIsNamedWithItsKey(String key) throws IOException {
		write("application.yml", "cors.paths: /api/**\n" + key + ": ${nope}\n");
		int status = run("check");
		if (key.startsWith("cors.")) {
			assertThat(status).isEqualTo(1);
			assertThat(out()).contains("invalid-origin: cors.allowed-origins[0] = ${nope}");
		}
		else {
			assertThat(status).isEqualTo(70);
			assertThat(err()).contains("'nope'", key + " at ", "application.yml] - 2:").hasLineCount(1);
		}
	}

	@Test
	void outputThatCannotBeWrittenIsAFailure() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		PrintStream full = new PrintStream(new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("No space left on device");
			}

		});
		assertThat(new CommandLine(new Console(full, new PrintStream(this.err, true, StandardCharsets.UTF_8)), null)
			.run("check", "--spring.config.location=file:" + this.directory + "/")).isEqualTo(70);
		assertThat(err()).isEqualTo("Standard output cannot be written.\n");
	}

	@Test
	void pathThatIsFarTooLongIsNoPath() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com\ncors.paths: /api/**");
		Path old = this.directory.resolve("old.cors.json");
		assertThat(run("snapshot", "--out=" + old)).isZero();
		Files.writeString(old, Files.readString(old).replace("/api/**", "/b{x:" + "a".repeat(20_000) + "}"));
		assertThat(run("diff", old.toString())).isEqualTo(70);
		assertThat(err()).endsWith("… is not allowed here: A path pattern has more than 1024 characters.\n")
			.hasSizeLessThan(400);
	}

	@Test
	void encodingOfASnapshotIsUtf8WithOrWithoutAMark() throws IOException {
		write("application.yml", "cors.allowed-origins: https://app.example.com");
		Path old = this.directory.resolve("old.cors.json");
		assertThat(run("snapshot", "--out=" + old)).isZero();
		String snapshot = Files.readString(old);
		Files.writeString(old, "\uFEFF" + snapshot);
		assertThat(run("diff", old.toString())).isZero();
		Files.write(old, ("\uFEFF" + snapshot).getBytes(StandardCharsets.UTF_16LE));
		assertThat(run("diff", old.toString())).isEqualTo(70);
		assertThat(err()).isEqualTo("'" + old + "' cannot be read: it is not encoded in UTF-8\n");
	}

	@Test
	void keysOfAnotherClassAreNotTakenForMistypedOnes() throws IOException {
		write("application.yml",
				"cors.allowed-origins: https://app.example.com\ncors.allowed-origin: https://b.example.com");
		assertThat(run("check", "--profiles=prod")).isEqualTo(1);
		assertThat(out()).contains("unknown-property: cors.allowed-origin");
		Path metadata = Files.createDirectory(this.directory.resolve("META-INF"))
			.resolve("spring-configuration-metadata.json");
		Files.writeString(metadata, """
				{"groups": [{"name": "a", "type": "x.Y"}, {"name": "cors", "type": "%1$s", "sourceType": "%1$s"}],
				"properties": []}
				""".formatted(OtherProperties.class.getName()));
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() },
				getClass().getClassLoader())) {
			this.out.reset();
			assertThat(new CommandLine(new Console(new PrintStream(this.out, true, StandardCharsets.UTF_8),
					new PrintStream(this.err, true, StandardCharsets.UTF_8)), classLoader)
				.run("check", "--profiles=prod", "--spring.config.location=file:" + this.directory + "/")).isZero();
		}
		assertThat(out()).contains("shared-prefix", OtherProperties.class.getName());
	}

	@Test
	void missingImportIsNamed() throws IOException {
		write("application.yml", "spring.config.import: file:./nowhere.yml");
		assertThat(run("check")).isEqualTo(70);
		assertThat(err()).contains("nowhere.yml", "application.yml] - 1:23").hasLineCount(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', value = {
			"chek | Write one of the commands check, show, explain, snapshot, diff, help after the jar",
			"- | Write one of the commands check, show, explain, snapshot, diff, help after the jar",
			"check --foo=1 | Option '--foo=1' is unknown. 'check' takes --profiles=…, --format=…",
			"check --profiles | Option '--profiles' has no value. Write '--profiles=…'.",
			"check --profile | Option '--profile' is unknown. 'check' takes --profiles=…, --format=…",
			"check --profiles=a --profiles=b | Option '--profiles' must be given once.",
			"check --format=xml | '--format=xml' is unknown. Write one of --format=text, --format=json.",
			"check prod | Write check [--profiles=prod,eu] [--format=text|json].",
			"explain --path=/x | Option '--origin=…' is required.",
			"explain --path=x --origin=https://x.example | The parameter 'path' must begin with a slash",
			"explain --path=/x --origin=https://x.example --mode=form | The parameter 'mode' must be cors or navigate.",
			"explain --path=/x --origin=https://x.example --host=a/b | The parameter 'host' must be a host",
			"explain --path=/x --origin=https://x.example --method=A,B | The parameter 'method' must be a method",
			"snapshot --out | Option '--out' has no value. Write '--out=…'.",
			"snapshot --out= | Option '--out=…' needs the name of a file.",
			"diff | Write diff [--profiles=…] OLD.cors.json [NEW.cors.json] [--format=text|markdown|json].",
			"diff a b c | Write diff ", "help chek | There is no command 'chek'." })
	void wrongUsageSaysWhatIsRight(@Nullable String arguments, String message) {
		String[] split = (arguments != null) ? arguments.split(" ") : new String[0];
		assertThat(new CommandLine(new Console(new PrintStream(this.out), new PrintStream(this.err)), null).run(split))
			.isEqualTo(64);
		assertThat(err()).startsWith(message.strip()).hasLineCount(1);
		assertThat(out()).isEmpty();
	}

	@Test
	void helpNamesEachCommand() {
		assertThat(run("help")).isZero();
		assertThat(out()).contains("  check ", "  show ", "  explain ", "  help ");
		for (String command : List.of("check", "show", "explain", "snapshot", "diff", "help")) {
			assertThat(run("help", command)).isZero();
			assertThat(out()).startsWith(command);
		}
	}

	private int run(String command, String... arguments) {
		this.out.reset();
		this.err.reset();
		List<String> all = new ArrayList<>(List.of(command));
		all.addAll(Arrays.asList(arguments));
		if (!"help".equals(command)) {
			all.add("--spring.config.location=file:" + this.directory + "/");
		}
		return new CommandLine(new Console(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8)), getClass().getClassLoader())
			.run(all.toArray(String[]::new));
	}

	private Throwable start(String... arguments) {
		List<String> all = new ArrayList<>(Arrays.asList(arguments));
		all.add("--spring.config.location=file:" + this.directory + "/");
		all.add("--server.port=0");
		List<Throwable> failures = new ArrayList<>();
		assertThatThrownBy(() -> new SpringApplicationBuilder(StartedApplication.class).web(WebApplicationType.SERVLET)
			.run(all.toArray(String[]::new))
			.close()).satisfies(failures::add);
		return failures.get(0);
	}

	private void write(String file, String text) throws IOException {
		Files.writeString(this.directory.resolve(file), text);
	}

	private String out() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	private Map<String, Object> json() {
		return JsonParserFactory.getJsonParser().parseMap(out());
	}

	/**
	 * Properties of the application's own.
	 */
	static class OtherProperties {

		private String allowedOrigin = "";

		String getAllowedOrigin() {
			return this.allowedOrigin;
		}

		void setAllowedOrigin(String allowedOrigin) {
			this.allowedOrigin = allowedOrigin;
		}

	}

	/**
	 * An application that is started for comparison.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class StartedApplication {

	}

}
