package io.github.corsstarter.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.config.FrozenKeys;
import io.github.corsstarter.config.loader.UnreadableConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.ResourcePropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a start would read now, next to an environment that is left as it is.
 */
class LiveConfigurationTests {

	@TempDir
	private Path directory;

	private Path file() {
		return this.directory.resolve("application.yml");
	}

	private ConfigurableEnvironment started(Map<String, Object> properties, String... profiles) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profiles);
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new MapPropertySource("arguments", properties));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		return environment;
	}

	private ConfigurableEnvironment started(String... profiles) {
		return started(Map.of("spring.config.location", "optional:" + this.directory.toUri()), profiles);
	}

	@Test
	void filesAreReadAgainWhereTheyStood() throws IOException {
		Files.writeString(file(), "cors.allowed-origins: https://old.example.com\ncors.max-age: 1m");
		ConfigurableEnvironment environment = started();
		ByteArrayResource weaker = new ByteArrayResource("cors.max-age=2m\ncors.preflight-status=204".getBytes());
		environment.getPropertySources().addLast(new ResourcePropertySource("weaker", weaker));
		List<String> before = environment.getPropertySources().stream().map(PropertySource::getName).toList();
		Files.writeString(file(), "cors.allowed-origins: https://new.example.com\ncors.max-age: 3m");
		ConfigurableEnvironment read = new LiveConfiguration(environment).read();
		assertThat(read.getProperty("cors.allowed-origins")).isEqualTo("https://new.example.com");
		assertThat(read.getProperty("cors.max-age")).isEqualTo("3m");
		assertThat(read.getProperty("cors.preflight-status")).isEqualTo("204");
		assertThat(environment.getProperty("cors.allowed-origins")).isEqualTo("https://old.example.com");
		assertThat(environment.getPropertySources().stream().map(PropertySource::getName)).isEqualTo(before);
	}

	@Test
	void filesThatAppearStandAheadOfWhatWasAdded() throws IOException {
		ConfigurableEnvironment environment = started();
		environment.getPropertySources()
			.addLast(new ResourcePropertySource("weaker", new ByteArrayResource("cors.max-age=2m".getBytes())));
		Files.writeString(file(), "cors.max-age: 3m");
		assertThat(new LiveConfiguration(environment).read().getProperty("cors.max-age")).isEqualTo("3m");
	}

	@Test
	void activeProfilesAreThoseOfTheStart() throws IOException {
		Files.writeString(file(), "cors.max-age: 1m");
		Files.writeString(this.directory.resolve("application-prod.yml"), "cors.max-age: 2m");
		Files.writeString(this.directory.resolve("application-further.yml"), "cors.max-age: 4m");
		ConfigurableEnvironment environment = started("prod");
		Files.writeString(file(), """
				spring.profiles:
				  active: dev
				  include: further
				cors.max-age: 3m
				---
				spring.config.activate.on-profile: further
				cors.preflight-status: 204
				""");
		ConfigurableEnvironment read = new LiveConfiguration(environment).read();
		assertThat(read.getActiveProfiles()).containsExactly("prod");
		assertThat(read.getProperty("cors.max-age")).isEqualTo("2m");
		assertThat(read.getProperty("cors.preflight-status")).isNull();
		assertThat(FrozenKeys.of(environment).changedIn(FrozenKeys.of(read))).containsExactly("spring.profiles.active",
				"spring.profiles.include");
	}

	@Test
	void brokenFileIsNamed() throws IOException {
		Files.writeString(file(), "cors.max-age: 1m");
		LiveConfiguration configuration = new LiveConfiguration(started());
		Files.writeString(file(), "cors: [");
		assertThatExceptionOfType(UnreadableConfigurationException.class).isThrownBy(configuration::read)
			.withMessageContaining("application.yml");
	}

	@Test
	void refreshedEnvironmentIsReadWithoutWhatWasLeftBehind() throws IOException {
		Files.writeString(file(), "cors.max-age: 1m\n---\ncors.preflight-status: 204");
		ConfigurableEnvironment environment = started();
		MutablePropertySources sources = environment.getPropertySources();
		sources.addLast(new MapPropertySource("remote",
				Map.of("spring.config.import", "optional:configserver:", "cors.exposed-headers", "X-Remote")));
		LiveConfiguration configuration = new LiveConfiguration(environment);
		assertThat(configuration.remoteLocation()).isEqualTo("configserver:");
		assertThat(configuration.read().getProperty("cors.preflight-status")).isEqualTo("204");
		Files.writeString(file(), "cors.max-age: 3m");
		assertThat(configuration.read().getProperty("cors.preflight-status")).isNull();
		Files.delete(file());
		assertThat(configuration.read().getProperty("cors.max-age")).isNull();
		assertThat(configuration.read().getProperty("cors.exposed-headers")).isEqualTo("X-Remote");
	}

	/**
	 * Do what a refresh does: it replaces and adds property sources, and removes none.
	 */
	private void refresh(ConfigurableEnvironment environment) {
		MutablePropertySources sources = environment.getPropertySources();
		for (PropertySource<?> source : started().getPropertySources()) {
			if (sources.contains(source.getName())) {
				sources.replace(source.getName(), source);
			}
			else {
				sources.addLast(source);
			}
		}
	}

	private static void addRemote(ConfigurableEnvironment environment) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("remote", Map.of("spring.config.import", "optional:configserver:")));
	}

	@Test
	void refreshedEnvironmentIsReadWithoutWhatNothingImportsAnyMore() throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("further"));
		Files.writeString(folder.resolve("more.yml"), "spring.config.import: deep.yml\ncors.max-age: 2m");
		Files.writeString(folder.resolve("deep.yml"), "spring.config.import: more.yml\ncors.preflight-status: 204");
		Files.writeString(this.directory.resolve("kept.yml"), "cors.timing-allow-origin: true");
		Files.writeString(file(), "spring.config.import: ['further/more.yml', '${name:kept}.yml']");
		ConfigurableEnvironment environment = started();
		addRemote(environment);
		LiveConfiguration configuration = new LiveConfiguration(environment);
		assertThat(configuration.read().getProperty("cors.max-age")).isEqualTo("2m");
		assertThat(configuration.read().getProperty("cors.preflight-status")).isEqualTo("204");
		Files.writeString(file(), "spring.config.import: ['${name:kept}.yml']");
		refresh(environment);
		ConfigurableEnvironment read = configuration.read();
		assertThat(environment.getProperty("cors.max-age")).isEqualTo("2m");
		assertThat(read.getProperty("cors.max-age")).isNull();
		assertThat(read.getProperty("cors.preflight-status")).isNull();
		assertThat(read.getProperty("cors.timing-allow-origin")).isEqualTo("true");
	}

	@Test
	void relativeLocationLeadsToTheFolderOfItsFile() throws IOException {
		Path other = Files.createDirectory(this.directory.resolve("other"));
		Files.writeString(other.resolve("app.yml"), "spring.config.import: more.yml");
		Files.writeString(other.resolve("more.yml"), "cors.max-age: 2m");
		Files.writeString(this.directory.resolve("more.yml"), "cors.preflight-status: 204");
		Files.writeString(file(), "spring.config.import: [more.yml, other/app.yml]");
		ConfigurableEnvironment environment = started();
		addRemote(environment);
		LiveConfiguration configuration = new LiveConfiguration(environment);
		assertThat(configuration.read().getProperty("cors.preflight-status")).isEqualTo("204");
		Files.writeString(file(), "spring.config.import: other/app.yml");
		refresh(environment);
		assertThat(configuration.read().getProperty("cors.max-age")).isEqualTo("2m");
		assertThat(configuration.read().getProperty("cors.preflight-status")).isNull();
	}

	@Test
	void refreshedEnvironmentIsReadWithoutTreesThatAreGone() throws IOException {
		Path trees = Files.createDirectory(this.directory.resolve("trees"));
		Path first = Files.createDirectory(trees.resolve("first"));
		Path second = Files.createDirectory(trees.resolve("second"));
		Files.writeString(first.resolve("cors.max-age"), "2m");
		Files.writeString(second.resolve("cors.preflight-status"), "204");
		Files.writeString(file(), "spring.config.import: 'optional:configtree:" + trees + "/*/'");
		ConfigurableEnvironment environment = started();
		addRemote(environment);
		LiveConfiguration configuration = new LiveConfiguration(environment);
		assertThat(configuration.read().getProperty("cors.max-age")).isEqualTo("2m");
		Files.delete(first.resolve("cors.max-age"));
		Files.delete(first);
		refresh(environment);
		assertThat(configuration.read().getProperty("cors.max-age")).isNull();
		assertThat(configuration.read().getProperty("cors.preflight-status")).isEqualTo("204");
		Files.writeString(file(), "cors.exposed-headers: X-Page");
		refresh(environment);
		assertThat(configuration.read().getProperty("cors.preflight-status")).isNull();
		assertThat(configuration.read().getProperty("cors.exposed-headers")).isEqualTo("X-Page");
	}

	@Test
	void whatIsWrittenByHttpMakesNothingRemote() throws IOException {
		Files.writeString(file(), "spring.config.import: '${place:optional:file:/none.yml}'\ncors.max-age: 1m");
		ConfigurableEnvironment environment = started();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("manager",
					Map.of("spring.config.import", "configserver:http://x", "place", "configserver:")));
		LiveConfiguration configuration = new LiveConfiguration(environment);
		assertThat(configuration.remoteLocation()).isNull();
		Files.writeString(file(), "cors.max-age: 3m");
		assertThat(configuration.read().getProperty("cors.max-age")).isEqualTo("3m");
	}

	@Test
	void localImportsAreNotRemote() {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("local",
					Map.of("spring.config.import", "optional:file:/a.yml;classpath:b.yml,c.yml,/d/,configtree:/e/")));
		assertThat(new LiveConfiguration(environment).remoteLocation()).isNull();
	}

	@Test
	void everyPlaceOfAStartIsKnown() throws IOException {
		Files.writeString(file(), "spring.config.import: ['optional:more.yml', 'optional:configtree:/etc/shop/']");
		ConfigurableEnvironment environment = started("prod");
		ConfigPlaces places = ConfigPlaces.of(environment);
		assertThat(places.paths()).containsExactlyInAnyOrder(this.directory + "/",
				this.directory.resolve("more.yml").toString(), "/etc/shop/");
		String digest = places.digest();
		Files.writeString(this.directory.resolve("unrelated.yml"), "a: b");
		assertThat(places.digest()).isEqualTo(digest);
		for (String appearing : List.of("more.yml", "more-prod.yml", "application-prod.yml",
				"application.properties")) {
			Files.writeString(this.directory.resolve(appearing), "a: b");
			assertThat(places.digest()).as(appearing).isNotEqualTo(digest);
			digest = places.digest();
		}
	}

}
