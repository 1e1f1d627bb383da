package io.github.corsstarter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.config.loader.EnvironmentLoader;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * The CORS policies of an application with some profiles, as its configuration says, and
 * what a start would say of them. Nothing is started. Immutable: load it once for many
 * tests.
 * <p>
 * What only a running application knows is not there: {@code @CrossOrigin}, mappings and
 * filters, what {@code main} sets, and {@code @PropertySource}.
 */
public final class ConfiguredCors {

	private final ConfiguredApplication application;

	private final ApprovedSnapshot approved;

	private ConfiguredCors(ConfiguredApplication application, ApprovedSnapshot approved) {
		this.application = application;
		this.approved = approved;
	}

	/**
	 * Start to say which configuration is meant. It is read from the root of the class:
	 * its {@code target/classes}, its {@code build/classes/java/main} together with
	 * {@code build/resources/main}, or its jar. Files of tests that have the same names
	 * are not read, and neither is the working directory.
	 * @param application a class of the application
	 * @return a builder
	 * @throws IllegalArgumentException if the class comes from no directory and no jar
	 */
	public static Builder of(Class<?> application) {
		return new Builder(ApplicationRoot.of(application));
	}

	/**
	 * Return what a start would report.
	 * @return the report, empty if {@code cors.enabled} is false
	 */
	public ValidationReport report() {
		return this.application.report();
	}

	/**
	 * Return the policies, safe or not.
	 * @return the policies, or {@code null} if {@code cors.enabled} is false or a
	 * configuration rule is broken
	 */
	public @Nullable CorsPolicies policies() {
		return this.application.policies();
	}

	/**
	 * Return the policies as they are committed and compared.
	 * @return the snapshot
	 * @throws IllegalStateException if a configuration rule is broken
	 */
	public CorsSnapshot snapshot() {
		return this.application.snapshot();
	}

	ApprovedSnapshot approved() {
		return this.approved;
	}

	/**
	 * Return the profiles, as a sentence names them.
	 */
	@Override
	public String toString() {
		List<String> profiles = report().activeProfiles();
		return profiles.isEmpty() ? "no profile"
				: ((profiles.size() == 1) ? "profile '" : "profiles '") + String.join("', '", profiles) + "'";
	}

	/**
	 * Says which configuration is meant. A build is hermetic: environment variables and
	 * system properties of the tests are not part of it.
	 */
	public static final class Builder {

		private final ApplicationRoot root;

		private final Map<String, String> properties = new LinkedHashMap<>();

		private final Map<String, String> variables = new LinkedHashMap<>();

		private @Nullable List<String> profiles;

		private Builder(ApplicationRoot root) {
			this.root = root;
		}

		/**
		 * Set the active profiles. They are stronger than those of any other source;
		 * without this, the profiles are those that the configuration sets.
		 * @param profiles the profiles in order, or none
		 * @return this builder
		 */
		public Builder profiles(String... profiles) {
			this.profiles = List.of(profiles);
			return this;
		}

		/**
		 * Set a property, with the precedence of a command line argument.
		 * @param key the key
		 * @param value the value
		 * @return this builder
		 */
		public Builder property(String key, String value) {
			this.properties.put(key, value);
			return this;
		}

		/**
		 * Set an environment variable. The configuration sees no other ones.
		 * @param name the name
		 * @param value the value
		 * @return this builder
		 */
		public Builder environmentVariable(String name, String value) {
			this.variables.put(name, value);
			return this;
		}

		/**
		 * Read the configuration and judge it. No context is created, and nothing of the
		 * application is called.
		 * @return what is configured
		 * @throws IllegalStateException if the application has no
		 * {@code application.properties} or the like, and nothing else is given
		 * @throws io.github.corsstarter.config.loader.UnreadableConfigurationException if
		 * a start could not read the configuration either
		 */
		public ConfiguredCors load() {
			if (!isConfigured()) {
				this.root.checkHasConfiguration();
			}
			try (ApplicationResources resources = new ApplicationResources(this.root)) {
				ConfiguredApplication application = ConfiguredApplication.read(loader(resources), resources);
				return new ConfiguredCors(application,
						ApprovedSnapshot.of(this.root, application.report().activeProfiles()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Return whether properties or variables say anything but which profiles are
		 * active: a start needs no file then.
		 */
		private boolean isConfigured() {
			return Stream.concat(this.properties.keySet().stream(), this.variables.keySet().stream())
				.map((key) -> key.toLowerCase(Locale.ROOT).replace('_', '.'))
				.anyMatch((key) -> !key.startsWith("spring.profiles."));
		}

		private EnvironmentLoader loader(ClassLoader classPath) {
			List<String> arguments = new ArrayList<>();
			this.properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
			EnvironmentLoader loader = EnvironmentLoader.ofVariables(this.variables)
				.withArguments(arguments)
				.withClassPath(classPath);
			return (this.profiles != null) ? loader.withProfiles(String.join(",", this.profiles)) : loader;
		}

	}

}
