package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * An environment that holds nothing but what a test puts into it. What is put in last
 * wins, except that files yield to everything else.
 */
public final class TestEnvironment extends StandardEnvironment {

	public TestEnvironment() {
		getPropertySources().forEach((source) -> getPropertySources().remove(source.getName()));
	}

	public TestEnvironment yaml(String text) {
		return file("application.yml", new YamlPropertySourceLoader(), text);
	}

	public TestEnvironment properties(String text) {
		return file("application.properties", new PropertiesPropertySourceLoader(), text);
	}

	/**
	 * Return a line of the YAML.
	 */
	public static Location file(int line, int column) {
		return new Location.ConfigFile("file [application.yml]", "application.yml", new Location.Position(line, column),
				List.of());
	}

	private TestEnvironment file(String name, PropertySourceLoader loader, String text) {
		Resource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getDescription() {
				return "file [" + name + "]";
			}

			@Override
			public String getFilename() {
				return name;
			}

		};
		try {
			loader.load(name, OriginTrackedResource.of(resource, null)).forEach(getPropertySources()::addLast);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public TestEnvironment variables(Map<String, Object> variables) {
		getPropertySources().addFirst(new Variables(variables));
		return this;
	}

	public TestEnvironment arguments(Map<String, Object> arguments) {
		getPropertySources().addFirst(new MapPropertySource("commandLineArgs", arguments));
		return this;
	}

	public TestEnvironment profiles(String... profiles) {
		setActiveProfiles(profiles);
		return this;
	}

	/**
	 * The system environment as it is in an application that Spring Boot runs.
	 */
	private static final class Variables extends SystemEnvironmentPropertySource implements OriginLookup<String> {

		Variables(Map<String, Object> variables) {
			super(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
		}

		@Override
		public @Nullable Origin getOrigin(String key) {
			return new SystemEnvironmentOrigin(key);
		}

	}

}
