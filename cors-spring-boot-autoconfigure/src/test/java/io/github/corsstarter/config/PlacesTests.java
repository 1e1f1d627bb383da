package io.github.corsstarter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the places that reports name, and those that remedies tell to change.
 */
class PlacesTests {

	private static final String LOCALHOST = "http://localhost:3000";

	private final Map<String, Object> variables = new HashMap<>();

	@TempDir
	private Path directory;

	@AfterEach
	void clearSystemProperties() {
		System.clearProperty("cors.allowed-origins");
		System.clearProperty("spring.application.json");
	}

	@Test
	void commandLineArgument() {
		Violation violation = localhost("--cors.allowed-origins[0]=" + LOCALHOST);
		assertThat(violation.location()).hasToString("command line argument --cors.allowed-origins[0]");
		assertThat(violation.message()).doesNotContain("The value comes from");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from the command line argument --cors.allowed-origins[0].");
	}

	@Test
	void environmentVariable() {
		this.variables.put("CORS_ALLOWED_ORIGINS", LOCALHOST);
		Violation violation = localhost();
		assertThat(violation.location()).hasToString("environment variable CORS_ALLOWED_ORIGINS");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from the environment variable CORS_ALLOWED_ORIGINS.");
	}

	@Test
	void systemProperty() {
		System.setProperty("cors.allowed-origins", LOCALHOST);
		Violation violation = localhost();
		assertThat(violation.location()).hasToString("system property cors.allowed-origins");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from the system property cors.allowed-origins.");
	}

	@Test
	void jsonInEnvironmentVariable() {
		this.variables.put("SPRING_APPLICATION_JSON", "{\"cors\":{\"allowed-origins\":[\"" + LOCALHOST + "\"]}}");
		Violation violation = localhost();
		assertThat(violation.location()).hasToString("JSON in environment variable SPRING_APPLICATION_JSON");
		assertThat(violation.remedy()).isEqualTo("Remove " + LOCALHOST
				+ " from cors.allowed-origins in the JSON in environment variable SPRING_APPLICATION_JSON.");
	}

	@Test
	void jsonInSystemPropertyAndArgument() {
		String json = "{\"cors.allowed-origins\":\"" + LOCALHOST + "\"}";
		assertThat(localhost("--spring.application.json=" + json).location())
			.hasToString("JSON in command line argument --spring.application.json");
		System.setProperty("spring.application.json", json);
		assertThat(localhost().location()).hasToString("JSON in system property spring.application.json");
	}

	@Test
	void configurationTree() throws IOException {
		Path file = this.directory.resolve("cors/allowed-origins");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "https://app.example.com," + LOCALHOST);
		Violation violation = localhost("--spring.config.import=configtree:" + this.directory + "/");
		assertThat(violation.location()).hasToString("configuration tree file [" + file + "]");
		assertThat(violation.message()).doesNotContain("The value comes from");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from the configuration tree file [" + file + "].");
	}

	@Test
	void fileOfPropertySource() {
		Violation violation = localhost(WithPropertySource.class);
		assertThat(violation.location())
			.hasToString("class path resource [places/web-cors.properties] (@PropertySource)");
		assertThat(violation.remedy()).isEqualTo("Remove " + LOCALHOST
				+ " from cors.allowed-origins in class path resource [places/web-cors.properties].");
	}

	@Test
	void defaultProperties() {
		Violation violation = localhost(
				new SpringApplicationBuilder(Empty.class).properties(Map.of("cors.allowed-origins", LOCALHOST)));
		assertThat(violation.location()).hasToString("default properties");
		assertThat(violation.remedy()).isEqualTo("Remove " + LOCALHOST + " from cors.allowed-origins.");
	}

	@Test
	void fileThatEveryProfileReads() throws IOException {
		Path file = yaml("cors.allowed-origins: " + LOCALHOST);
		Violation violation = localhost();
		assertThat(violation.location()).hasToString("URL [file:" + file + "] - 1:23");
		assertThat(violation.message())
			.endsWith("The value comes from application.yml and no production file overrides it.");
		assertThat(violation.remedy())
			.isEqualTo("Set cors.allowed-origins in application-prod.yml to the production origins only.");
	}

	@Test
	void documentOfProfile() throws IOException {
		Path file = yaml("""
				cors:
				  allowed-origins: https://app.example.com
				---
				spring.config.activate.on-profile: prod
				cors:
				  allowed-origins: [https://app.example.com, "http://localhost:3000"]
				""");
		Violation violation = localhost();
		assertThat(violation.location()).hasToString("URL [file:" + file + "] - 6:46 (document of profile 'prod')");
		assertThat(violation.message()).doesNotContain("The value comes from");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from cors.allowed-origins in application.yml (6:46).");
	}

	@Test
	void documentOfSeveralProfiles() throws IOException {
		yaml("""
				spring.config.activate.on-profile: [prod, live]
				cors.allowed-origins: http://localhost:3000
				""");
		assertThat(localhost().location()).asString().endsWith(" - 2:23 (document of profiles 'prod', 'live')");
	}

	@Test
	void defaultOfPlaceholder() throws IOException {
		Path file = yaml(
				"cors.allowed-origins: ${FRONTEND_URL:http://localhost:3000}, ${FRONTEND_HOST:https://a.example.com}");
		Violation violation = localhost();
		assertThat(violation.property()).isEqualTo("cors.allowed-origins[0]");
		assertThat(violation.location()).hasToString("URL [file:" + file + "] - 1:23");
		assertThat(violation.message())
			.endsWith("The value comes from ${FRONTEND_URL}, whose default is used because FRONTEND_URL is not set.");
		assertThat(violation.remedy()).isEqualTo("Set FRONTEND_URL to the production origins only.");
	}

	@Test
	void variableOfPlaceholder() throws IOException {
		yaml("cors.allowed-origins: ${FRONTEND_URL:https://a.example.com}, ${FRONTEND_HOST}");
		this.variables.put("FRONTEND_HOST", "app.example.com");
		this.variables.put("FRONTEND_URL", LOCALHOST);
		Violation invalid = violation(RuleId.INVALID_ORIGIN, new SpringApplicationBuilder(Empty.class));
		assertThat(invalid.property()).isEqualTo("cors.allowed-origins[1]");
		assertThat(invalid.remedy())
			.isEqualTo("Write https://app.example.com in the environment variable FRONTEND_HOST.");
		Violation violation = localhost();
		assertThat(violation.location()).asString().endsWith("application.yml] - 1:23");
		assertThat(violation.message()).endsWith("The value comes from environment variable FRONTEND_URL.");
		assertThat(violation.remedy())
			.isEqualTo("Remove " + LOCALHOST + " from the environment variable FRONTEND_URL.");
	}

	@Test
	void wrongDefaultOfPlaceholder() throws IOException {
		yaml("cors.allowed-origins: ${FRONTEND_HOST:app.example.com}");
		assertThat(violation(RuleId.INVALID_ORIGIN, new SpringApplicationBuilder(Empty.class)).remedy())
			.isEqualTo("Write https://app.example.com in the default of ${FRONTEND_HOST} in application.yml.");
	}

	@Test
	void keyOfPlaceholder() throws IOException {
		yaml("""
				frontend.url: ${FRONTEND}
				frontend.file: http://localhost:4200
				cors.allowed-origins: ["${frontend.url}", "${frontend.file}"]
				""");
		this.variables.put("FRONTEND", "https://a.example.com");
		Violation violation = localhost();
		assertThat(violation.property()).isEqualTo("cors.allowed-origins[1]");
		assertThat(violation.message())
			.endsWith("The value comes from frontend.file in application.yml and no production file overrides it.");
		assertThat(violation.remedy())
			.isEqualTo("Set frontend.file in application-prod.yml to the production origins only.");
		this.variables.put("FRONTEND", LOCALHOST);
		yaml("frontend.url: ${FRONTEND}\ncors.allowed-origins: ${frontend.url}");
		assertThat(localhost().remedy()).isEqualTo("Remove " + LOCALHOST + " from the environment variable FRONTEND.");
	}

	@Test
	void placeholderForAPart() throws IOException {
		yaml("cors.allowed-origins: https://${FRONTEND_HOST}/");
		this.variables.put("FRONTEND_HOST", "app.example.com/start");
		assertThat(violation(RuleId.INVALID_ORIGIN, new SpringApplicationBuilder(Empty.class)).remedy()).isEqualTo(
				"Set FRONTEND_HOST so that the entry in cors.allowed-origins in application.yml reads https://app.example.com.");
	}

	@Test
	void scalarBehindPlaceholder() throws IOException {
		yaml("cors: {allowed-origins: 'https://a.example.com', max-age: '${CORS_AGE:7d}'}");
		assertThat(violation(RuleId.LONG_MAX_AGE, new SpringApplicationBuilder(Empty.class)).remedy())
			.isEqualTo("Set CORS_AGE to 24h or less.");
	}

	private Path yaml(String text) throws IOException {
		return Files.writeString(this.directory.resolve("application.yml"), text);
	}

	private Violation localhost(String... arguments) {
		return violation(RuleId.LOCALHOST_ORIGIN, new SpringApplicationBuilder(Empty.class), arguments);
	}

	private Violation localhost(Class<?> application) {
		return localhost(new SpringApplicationBuilder(application));
	}

	private Violation localhost(SpringApplicationBuilder application) {
		return violation(RuleId.LOCALHOST_ORIGIN, application);
	}

	private Violation violation(RuleId rule, SpringApplicationBuilder application, String... arguments) {
		try (ConfigurableApplicationContext context = application.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.environment(new TestedEnvironment())
			.profiles("prod")
			.properties("spring.config.location=file:" + this.directory + "/")
			.run(arguments)) {
			List<Violation> violations = new PolicyValidator(new PathPatternSyntax())
				.validate(new CorsPropertiesReader(context.getEnvironment()).read().input())
				.violations();
			assertThat(violations).filteredOn((violation) -> violation.rule() == rule).hasSize(1);
			return violations.stream().filter((violation) -> violation.rule() == rule).findFirst().orElseThrow();
		}
	}

	/**
	 * An environment with the variables of the test.
	 */
	private final class TestedEnvironment extends StandardEnvironment {

		@Override
		protected void customizePropertySources(MutablePropertySources sources) {
			sources
				.addLast(new PropertiesPropertySource(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, System.getProperties()));
			sources.addLast(new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					PlacesTests.this.variables));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	@PropertySource("classpath:places/web-cors.properties")
	static class WithPropertySource {

	}

}
