package io.github.corsstarter.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.config.loader.UnreadableConfigurationException;
import io.github.corsstarter.policy.CorsPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ConfiguredCors}: which files it reads, and what else it sees. They run
 * on each line of Spring Boot.
 */
class ConfiguredCorsTests {

	private static final String BASE = "cors.allowed-origins: https://base.example\n";

	private static final String PROD = "cors.allowed-origins: https://prod.example\n";

	@TempDir
	Path directory;

	@Test
	void readsTheApplicationsFilesOfItsProfiles() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE)
			.file("application-prod.yml", PROD)
			.load();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://base.example");
		assertThat(origins(ConfiguredCors.of(shop).profiles("prod"))).containsExactly("https://prod.example");
	}

	@Test
	void filesOfTestsHideNothingAndAddNothing() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE)
			.file("shared.yml", "cors.exposed-headers: x-application\n")
			.testFile("application.yml", "cors.allowed-origins: https://test.example\n")
			.testFile("application-prod.yml", PROD)
			.testFile("application.properties", "cors.allowed-origins=https://test.example\n")
			.testFile("config/application.yml", "cors.allowed-origins: https://test.example\n")
			.testFile("shared.yml", "cors.exposed-headers: x-test\n")
			.load();
		assertThat(shop.getClassLoader().getResource("application.yml").getPath()).contains("test-classes");
		ConfiguredCors cors = ConfiguredCors.of(shop)
			.profiles("prod")
			.property("spring.config.import", "classpath:shared.yml")
			.load();
		assertThat(cors.snapshot().policies().get(0).origins()).containsExactly("https://base.example");
		assertThat(cors.snapshot().policies().get(0).exposedHeaders()).containsExactly("x-application");
	}

	@Test
	void importsOfLibrariesAreRead() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE + "spring.config.import: classpath:of-a-library.yml\n")
			.testFile("of-a-library.yml", "cors.exposed-headers: x-library\n")
			.load();
		assertThat(ConfiguredCors.of(shop).load().snapshot().policies().get(0).exposedHeaders())
			.containsExactly("x-library");
	}

	@Test
	void configFolderIsReadAsBootDoes() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE)
			.file("config/application.yml", PROD)
			.load();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://prod.example");
	}

	@Test
	void configFolderSuffices() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file("config/application.properties", BASE).load();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://base.example");
	}

	@Test
	void readsTheResourcesThatGradleBuilds() {
		Class<?> shop = ShopFixture.ofGradle(this.directory)
			.file("application.yml", BASE)
			.testFile("application.yml", PROD)
			.load();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://base.example");
	}

	@Test
	void readsTheJar() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE)
			.testFile("application.yml", PROD)
			.loadFromJar();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://base.example");
	}

	@Test
	void directoryMayHaveAnyName() {
		Class<?> shop = ShopFixture.ofMaven(this.directory.resolve("a b,c;d*é${x}"))
			.file("application.yml", BASE)
			.load();
		assertThat(origins(ConfiguredCors.of(shop))).containsExactly("https://base.example");
	}

	@Test
	void placesAreThoseOfAStart() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file("application.yml", BASE).load();
		assertThat(ConfiguredCors.of(shop)
			.profiles("prod")
			.property("cors.allow-credentials", "true")
			.property("cors.policies.x.paths", "/x")
			.property("cors.policies.x.allowed-origins", "http://localhost")
			.load()
			.report()
			.errors()).extracting((violation) -> violation.rule() + " " + violation.location())
			.contains("localhost-origin command line argument --cors.policies.x.allowed-origins");
		CorsPolicies policies = Objects.requireNonNull(ConfiguredCors.of(shop).load().policies());
		assertThat(policies.policies().get(0).definition().allowedOrigins().location())
			.hasToString("class path resource [application.yml] - 1:23");
	}

	@Test
	void propertyIsStrongerThanVariableAndVariableThanFile() {
		ConfiguredCors.Builder shop = ConfiguredCors
			.of(ShopFixture.ofMaven(this.directory).file("application.yml", BASE).load())
			.environmentVariable("CORS_ALLOWED_ORIGINS", "https://variable.example");
		assertThat(origins(shop)).containsExactly("https://variable.example");
		assertThat(origins(shop.property("cors.allowed-origins", "https://property.example")))
			.containsExactly("https://property.example");
	}

	@Test
	void buildIsHermetic() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE.replace("base", "${user.name:nobody}-${PATH:nowhere}"))
			.load();
		System.setProperty("cors.exposed-headers", "x-system");
		try {
			SnapshotPolicy policy = ConfiguredCors.of(shop).load().snapshot().policies().get(0);
			assertThat(policy.origins()).containsExactly("https://nobody-nowhere.example");
			assertThat(policy.exposedHeaders()).isEmpty();
		}
		finally {
			System.clearProperty("cors.exposed-headers");
		}
	}

	@Test
	void profilesOfTheConfigurationCountUntilOthersAreSet() {
		Class<?> shop = ShopFixture.ofMaven(this.directory)
			.file("application.yml", BASE + "spring.profiles.active: prod\n")
			.file("application-prod.yml", PROD)
			.load();
		assertThat(ConfiguredCors.of(shop).load().report().activeProfiles()).containsExactly("prod");
		assertThat(ConfiguredCors.of(shop).profiles().load().report().activeProfiles()).isEmpty();
		assertThat(ConfiguredCors.of(shop).profiles("eu", "prod").load()).hasToString("profiles 'eu', 'prod'");
	}

	@Test
	void contextClassLoaderIsWhatItWas() {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		ConfiguredCors.of(ShopFixture.ofMaven(this.directory).file("application.yml", BASE).load()).load();
		assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
	}

	@Test
	void anotherNameOfTheFileIsRead() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file("shop.yml", BASE).load();
		assertThat(origins(ConfiguredCors.of(shop).property("spring.config.name", "shop")))
			.containsExactly("https://base.example");
	}

	@Test
	void variableMayNameTheFile() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file("shop.yml", BASE).load();
		assertThat(origins(ConfiguredCors.of(shop).environmentVariable("SPRING_CONFIG_NAME", "shop")))
			.containsExactly("https://base.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application-prod.yml", "config/application-prod.properties" })
	void fileOfAProfileSuffices(String file) {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file(file, PROD).load();
		assertThat(origins(ConfiguredCors.of(shop).profiles("prod"))).containsExactly("https://prod.example");
	}

	@Test
	void noFileIsNeededWhereTheEnvironmentSaysAll() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).load();
		assertThat(origins(ConfiguredCors.of(shop)
			.profiles("prod")
			.environmentVariable("CORS_ALLOWED_ORIGINS", "https://variable.example")))
			.containsExactly("https://variable.example");
		assertThat(origins(ConfiguredCors.of(shop).property("cors.allowed-origins", "https://property.example")))
			.containsExactly("https://property.example");
	}

	@Test
	void activeProfilesAloneAreNoConfiguration() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).load();
		for (ConfiguredCors.Builder builder : List.of(ConfiguredCors.of(shop).profiles("prod"),
				ConfiguredCors.of(shop).property("spring.profiles.active", "prod"),
				ConfiguredCors.of(shop).environmentVariable("SPRING_PROFILES_ACTIVE", "prod"))) {
			assertThatIllegalStateException().isThrownBy(builder::load)
				.withMessageStartingWith("There is no application.properties");
		}
	}

	@Test
	void applicationWithoutConfigurationIsSaidToHaveNone() {
		Class<?> maven = ShopFixture.ofMaven(this.directory).testFile("application.yml", BASE).load();
		assertThatIllegalStateException().isThrownBy(() -> ConfiguredCors.of(maven).load())
			.withMessage("There is no application.properties and no application.yml of " + Shop.class.getName()
					+ ": none is in " + this.directory.resolve("target/classes") + "/, nor in config below it.");
		Class<?> gradle = ShopFixture.ofGradle(this.directory).load();
		assertThatIllegalStateException().isThrownBy(() -> ConfiguredCors.of(gradle).load())
			.withMessage("There is no application.properties and no application.yml of " + Shop.class.getName()
					+ ": none is in " + this.directory.resolve("build/resources/main") + "/ or "
					+ this.directory.resolve("build/classes/java/main") + "/, nor in config below it.");
	}

	@Test
	void brokenFileIsNamed() {
		Class<?> shop = ShopFixture.ofMaven(this.directory).file("application.yml", "cors:\n  - a\n b").load();
		assertThatExceptionOfType(UnreadableConfigurationException.class)
			.isThrownBy(() -> ConfiguredCors.of(shop).load())
			.withMessageContaining("application.yml");
	}

	@Test
	void classOfThePlatformIsNoApplication() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConfiguredCors.of(String.class))
			.withMessage("java.lang.String comes from no directory and no jar. Name a class of the application.");
	}

	private static List<String> origins(ConfiguredCors.Builder builder) {
		return builder.load().snapshot().policies().get(0).origins();
	}

}
