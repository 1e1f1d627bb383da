package io.github.corsstarter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.test.ConfiguredCorsAssert.ApprovalMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConfiguredCorsAssert}: each assertion and how it fails.
 */
class ConfiguredCorsAssertTests {

	private static final String NAME = "src/test/cors/prod.cors.json";

	private static final String HOW_TO_APPROVE = "To approve what is configured, "
			+ "run the test with -Dcors.approve=true, which writes " + NAME
			+ ", and have someone else read the difference.\n";

	@TempDir
	Path directory;

	private ShopFixture shop;

	@BeforeEach
	void build() {
		this.shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", """
					cors:
					  paths: /api/**
					  allowed-origins: [https://app.example.com, "http://localhost:5173"]
					  allowed-methods: [GET, PUT]
					""")
			.file("application-prod.yml",
					"cors.allowed-origins: [https://app.example.com, https://admin.example.com]\n");
	}

	@Test
	void isAccepted() {
		assertion(prod()).isAccepted();
		assertFails(unsafe(), ConfiguredCorsAssert::isAccepted, """
				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				The CORS policy is not safe for production (active profile 'live'). 1 problem:

				  1. localhost-origin: cors.allowed-origins[1] = http://localhost:5173
				     at class path resource [application.yml] - 3:46
				     Any page served from a visitor's own machine could read this API. The value comes from \
				application.yml and
				     no production file overrides it.

				Action:

				  1. Set cors.allowed-origins in application-live.yml to the production origins only.

				If a value is intended, waive it under cors.validation.waivers and say why.

				Not judged: annotations, mappings and filters; what main sets on SpringApplication; \
				@PropertySource; \
				the application's own post-processors; beans of origin sources; config servers that cannot be \
				reached.
				""");
	}

	@Test
	void isRefusedBecauseOf() {
		assertion(unsafe()).isRefusedBecauseOf("localhost-origin");
		assertFails(prod(), (cors) -> cors.isRefusedBecauseOf("localhost-origin"),
				"Expected the start to be refused because of localhost-origin, but it is accepted, "
						+ "with profile 'prod'\n");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertion(unsafe()).isRefusedBecauseOf("null-origin", "localhost-origin"))
			.withMessageStartingWith("Expected the start to be refused because of localhost-origin, null-origin, "
					+ "but it is because of localhost-origin\n\n***************************\n")
			.withMessageContaining("at class path resource [application.yml] - 3:46");
		assertThatIllegalArgumentException().isThrownBy(() -> assertion(unsafe()).isRefusedBecauseOf("localhost"))
			.withMessage("'localhost' is not a rule.");
		assertThatIllegalArgumentException().isThrownBy(() -> assertion(unsafe()).isRefusedBecauseOf())
			.withMessage("Name a rule, or call isAccepted.");
	}

	@Test
	void matchesApproved() throws IOException {
		approve(prod());
		assertThat(this.directory.resolve(NAME)).hasContent(prod().snapshot().toJson());
		assertion(prod()).matchesApproved();
	}

	@Test
	void anotherTextThatAllowsTheSameMatches() throws IOException {
		approve(prod());
		Path file = this.directory.resolve(NAME);
		Files.writeString(file, Files.readString(file).replace("\"base\"", "\"other\"").replace("\n", " "));
		assertion(prod()).matchesApproved().doesNotWiden();
	}

	@Test
	void missingFileFailsAndWhatIsConfiguredIsWritten() {
		for (Consumer<ConfiguredCorsAssert> assertion : both()) {
			assertFails(prod(), assertion, "Nothing is approved for profile 'prod': there is no " + NAME
					+ ".\nWhat is configured was written to target/cors/prod.cors.json.\n" + HOW_TO_APPROVE);
			assertThat(this.directory.resolve("target/cors/prod.cors.json")).hasContent(prod().snapshot().toJson());
			assertThat(this.directory.resolve(NAME)).doesNotExist();
		}
	}

	@Test
	void gradleBuildsElsewhere(@TempDir Path module) {
		ConfiguredCors cors = ConfiguredCors
			.of(ShopFixture.ofGradle(module)
				.file("application.yml", "cors.allowed-origins: https://a.example\n")
				.load())
			.profiles()
			.load();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion(cors).matchesApproved())
			.withMessageContaining("was written to build/cors/default.cors.json.");
		assertThat(module.resolve("build/cors/default.cors.json")).exists();
	}

	@Test
	void nameIsTheProfilesInOrder() {
		ConfiguredCors cors = ConfiguredCors.of(this.shop.load()).profiles("prod", "eu").load();
		approve(cors);
		assertThat(this.directory.resolve("src/test/cors/prod+eu.cors.json")).exists();
	}

	@Test
	void nameIsThatOfTheProfilesThatTheConfigurationSets() {
		Class<?> type = this.shop.load();
		assertThat(List.of(ConfiguredCors.of(type).property("spring.profiles.active", "prod"),
				ConfiguredCors.of(type).environmentVariable("SPRING_PROFILES_ACTIVE", "prod"),
				ConfiguredCors.of(type).profiles("prod")))
			.allSatisfy((builder) -> assertThat(builder.load().approved().file()).isEqualTo(Path.of(NAME)));
		assertThat(List.of(ConfiguredCors.of(type), ConfiguredCors.of(type).profiles(),
				ConfiguredCors.of(type).profiles("")))
			.allSatisfy((builder) -> assertThat(builder.load().approved().file())
				.isEqualTo(Path.of("src/test/cors/default.cors.json")));
		this.shop.file("application.yml", "spring.profiles.group.prod: [eu, db]");
		assertThat(ConfiguredCors.of(type).profiles("prod").load().approved().file())
			.isEqualTo(Path.of("src/test/cors/prod+eu+db.cors.json"));
	}

	@Test
	void widerFails() {
		approve(prod());
		this.shop.file("application-prod.yml", """
				cors:
				  allowed-origins: https://app.example.com
				  allowed-origin-patterns: https://*.example.com
				""");
		for (Consumer<ConfiguredCorsAssert> assertion : both()) {
			assertFails(prod(), assertion, """
					More is allowed with profile 'prod' than src/test/cors/prod.cors.json approves.

					The CORS policies are wider than before.

					Wider:

					  - A page of https://x.example.com can now call GET /api and read the response \
					(policy 'base', by https://*.example.com).

					Where to change it:

					  - cors.allowed-origin-patterns[0] = https://*.example.com \
					at class path resource [application-prod.yml] - 3:28

					""" + HOW_TO_APPROVE);
			assertFails(prod(), assertion, new Page("docs/testing.md").examples("text").get(1).text());
		}
	}

	@Test
	void everyKindOfChangeNamesItsKey() {
		approve(prod());
		this.shop.file("application-prod.yml", """
				cors:
				  allowed-origins: [https://app.example.com, https://admin.example.com]
				  paths: [/api/**, /more/**]
				  allowed-methods: [GET, PUT, DELETE]
				  exposed-headers: X-Total-Count
				  allow-credentials: true
				  max-age: 1h
				  validation.rules.null-origin: warn
				""");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion(prod()).doesNotWiden())
			.withMessageContaining("""

					Where to change it:

					  - cors.allowed-methods = GET, PUT, DELETE at class path resource [application-prod.yml] - 4:21
					  - cors.allow-credentials = true at class path resource [application-prod.yml] - 6:22
					  - cors.exposed-headers = X-Total-Count at class path resource [application-prod.yml] - 5:20
					  - cors.max-age = 1h at class path resource [application-prod.yml] - 7:12
					  - cors.paths = /api/**, /more/** at class path resource [application-prod.yml] - 3:11
					  - cors.validation.rules
					""");
	}

	@Test
	void pathThatIsLeftToItsOwnSettingsNamesThem() {
		this.shop.file("application.yml", "cors.allowed-origins: https://app.example.com\n");
		approve(prod());
		this.shop.file("application.yml", """
				cors.allowed-origins: https://app.example.com
				spring.graphql.cors.allowed-origins: https://app.example.com
				""");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion(prod()).doesNotWiden())
			.withMessageContaining("""

					  - /graphql is no longer governed by policy 'base': whatever else the application has for CORS \
					answers there now.

					Where to change it:

					  - the CORS settings of /graphql, which leave it to patterns that begin with it
					""");
	}

	@Test
	void narrowerIsOutOfDateAndDoesNotWiden() {
		approve(prod());
		this.shop.file("application-prod.yml", "cors.allowed-origins: https://app.example.com\n");
		assertion(prod()).doesNotWiden();
		assertFails(prod(), ConfiguredCorsAssert::matchesApproved, """
				src/test/cors/prod.cors.json is out of date, not wider, for profile 'prod'.

				The CORS policies are narrower than before: they allow less, and nothing more.

				Narrower:

				  - A page of https://admin.example.com can no longer call GET /api and read the response \
				(policy 'base').

				Where to change it:

				  - cors.allowed-origins = https://app.example.com at class path resource \
				[application-prod.yml] - 1:23

				""" + HOW_TO_APPROVE);
	}

	@Test
	void whatCannotBeToldFails() throws IOException {
		this.shop.file("application-prod.yml", """
				cors:
				  paths: '/**'
				  policies.odd:
				    paths: '/{name:\\w+\\b}/**'
				    allow-credentials: true
				""");
		approve(prod());
		Path file = this.directory.resolve(NAME);
		Files.writeString(file, Files.readString(file).replace("w+", "w*"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion(prod()).doesNotWiden())
			.withMessageContaining("a path pattern has a regular expression that cannot be compared")
			.withMessageStartingWith("It cannot be told whether profile 'prod' allows what " + NAME + " approves.\n\n");
	}

	@Test
	void foreignFileIsNoSnapshot() throws IOException {
		approve(prod());
		Files.writeString(this.directory.resolve(NAME), "{\n  \"format\": 2\n}");
		assertFails(prod(), ConfiguredCorsAssert::matchesApproved,
				NAME + " is not a snapshot (2:13): This is format 2, and this version reads format 1 only.\n"
						+ HOW_TO_APPROVE);
	}

	@Test
	void approvingIsRefusedWhereNobodyLooks() {
		ConfiguredCorsAssert assertion = new ConfiguredCorsAssert(prod(), new ApprovalMode("true", "true"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::matchesApproved)
			.withMessage("-Dcors.approve=true is refused where CI=true: nobody looks at the file there.\n"
					+ "Run the test with it on your machine, and commit " + NAME + ".\n");
		assertThat(this.directory.resolve(NAME)).doesNotExist();
	}

	@Test
	void brokenConfigurationRuleFailsWithTheReport() {
		this.shop.file("application-prod.yml", "cors.allowed-origins: example.com\n");
		for (Consumer<ConfiguredCorsAssert> assertion : both()) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertion(prod())))
				.withMessageContaining("invalid-origin: cors.allowed-origins[0] = example.com");
		}
		assertion(prod()).isRefusedBecauseOf("invalid-origin");
	}

	@Test
	void disabledPoliciesMatchNone() {
		this.shop.file("application-prod.yml", "cors.enabled: false\n");
		approve(prod());
		assertion(prod()).isAccepted().matchesApproved();
	}

	private static Iterable<Consumer<ConfiguredCorsAssert>> both() {
		return java.util.List.of(ConfiguredCorsAssert::matchesApproved, ConfiguredCorsAssert::doesNotWiden);
	}

	private ConfiguredCors prod() {
		return ConfiguredCors.of(this.shop.load()).profiles("prod").load();
	}

	private ConfiguredCors unsafe() {
		return ConfiguredCors.of(this.shop.load()).profiles("live").load();
	}

	private static void approve(ConfiguredCors cors) {
		new ConfiguredCorsAssert(cors, new ApprovalMode("true", null)).matchesApproved();
	}

	private static ConfiguredCorsAssert assertion(ConfiguredCors cors) {
		return new ConfiguredCorsAssert(cors, new ApprovalMode(null, "true"));
	}

	private static void assertFails(ConfiguredCors cors, Consumer<ConfiguredCorsAssert> assertion, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertion(cors)))
			.withMessage(message);
	}

}
