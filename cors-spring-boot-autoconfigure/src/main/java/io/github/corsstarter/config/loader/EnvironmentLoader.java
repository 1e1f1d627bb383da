package io.github.corsstarter.config.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Reads the configuration of an application exactly as a start would read it: files,
 * imports, configuration trees, environment variables, system properties and arguments,
 * for a set of profiles. No context is created and nothing of the application is called.
 * What only a start knows is not there: what {@code main} sets on
 * {@link SpringApplication}, {@code @PropertySource}, and the application's own
 * post-processors of the environment.
 * <p>
 * Immutable: each method that adds something returns a new loader.
 */
public final class EnvironmentLoader {

	private static final String PROFILES = "profiles";

	/** Where Spring Boot looks for files on the class path. */
	private static final String CLASS_PATH = "optional:classpath:/;optional:classpath:/config/";

	/** It has another package from one line of Spring Boot to the next. */
	private static final List<String> JSON_POST_PROCESSORS = List.of(
			"org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor",
			"org.springframework.boot.env.SpringApplicationJsonEnvironmentPostProcessor");

	private final Map<String, Object> systemProperties;

	private final Map<String, Object> variables;

	private final List<String> arguments;

	private final @Nullable String profiles;

	private final @Nullable ClassLoader classPath;

	private EnvironmentLoader(Map<String, Object> systemProperties, Map<String, Object> variables,
			List<String> arguments, @Nullable String profiles, @Nullable ClassLoader classPath) {
		this.systemProperties = systemProperties;
		this.variables = variables;
		this.arguments = arguments;
		this.profiles = profiles;
		this.classPath = classPath;
	}

	/**
	 * Return a loader that sees the system properties and environment variables of this
	 * process.
	 * @return a loader without arguments, for the profiles that a start would have
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public static EnvironmentLoader ofProcess() {
		return new EnvironmentLoader((Map) System.getProperties(), Map.copyOf(System.getenv()), List.of(), null, null);
	}

	/**
	 * Return a loader that sees no system property, and of the environment only some
	 * variables.
	 * @param variables the variables by name
	 * @return a loader without arguments, for the profiles that a start would have
	 */
	public static EnvironmentLoader ofVariables(Map<String, String> variables) {
		return new EnvironmentLoader(Map.of(), Map.copyOf(variables), List.of(), null, null);
	}

	/**
	 * Return a loader for other profiles. They are stronger than those of any other
	 * source.
	 * @param profiles the active profiles with commas between them; empty for none
	 * @return a loader that is like this one otherwise
	 */
	public EnvironmentLoader withProfiles(String profiles) {
		return new EnvironmentLoader(this.systemProperties, this.variables, this.arguments, profiles, this.classPath);
	}

	/**
	 * Return a loader that sees further arguments of the application.
	 * @param arguments arguments such as {@code --cors.allow-credentials=true}
	 * @return a loader that is like this one otherwise
	 */
	public EnvironmentLoader withArguments(List<String> arguments) {
		List<String> all = new ArrayList<>(this.arguments);
		all.addAll(arguments);
		return new EnvironmentLoader(this.systemProperties, this.variables, List.copyOf(all), this.profiles,
				this.classPath);
	}

	/**
	 * Return a loader that looks for files on a class path only: none in the working
	 * directory is read, unless {@code spring.config.location} or an import says so.
	 * @param classPath finds what is on the class path
	 * @return a loader that is like this one otherwise
	 */
	public EnvironmentLoader withClassPath(ClassLoader classPath) {
		return new EnvironmentLoader(this.systemProperties, this.variables, this.arguments, this.profiles, classPath);
	}

	/**
	 * Read the configuration as it is now.
	 * @return an environment of its own that nothing else refers to
	 * @throws UnreadableConfigurationException if a start could not read it either
	 */
	public ConfigurableEnvironment load() {
		ConfigurableEnvironment environment = new ApplicationEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		if (this.profiles != null) {
			sources.addLast(new MapPropertySource(PROFILES,
					Map.of(AbstractEnvironment.ACTIVE_PROFILES_PROPERTY_NAME, this.profiles)));
		}
		if (!this.arguments.isEmpty()) {
			sources.addLast(new SimpleCommandLinePropertySource(this.arguments.toArray(String[]::new)));
		}
		sources.addLast(new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
				this.systemProperties));
		sources.addLast(new EnvironmentVariables(this.variables));
		if (this.classPath == null) {
			return load(environment);
		}
		sources.addLast(new MapPropertySource(ConfigDataEnvironmentPostProcessor.class.getName(),
				Map.of("spring.config.location", CLASS_PATH)));
		Thread thread = Thread.currentThread();
		ClassLoader contextClassLoader = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classPath);
		try {
			return load(environment);
		}
		finally {
			thread.setContextClassLoader(contextClassLoader);
		}
	}

	private static ConfigurableEnvironment load(ConfigurableEnvironment environment) {
		try {
			RandomValuePropertySource.addToEnvironment(environment);
			addInlineJson(environment);
			ConfigurationPropertySources.attach(environment);
			ConfigDataEnvironmentPostProcessor.applyTo(environment);
		}
		catch (RuntimeException ex) {
			throw UnreadableConfigurationException.of(ex, environment);
		}
		return environment;
	}

	private static void addInlineJson(ConfigurableEnvironment environment) {
		for (String name : JSON_POST_PROCESSORS) {
			if (ClassUtils.isPresent(name, null)) {
				Class<?> type = ClassUtils.resolveClassName(name, null);
				ReflectionUtils.invokeMethod(ClassUtils.getMethod(type, "postProcessEnvironment",
						ConfigurableEnvironment.class, SpringApplication.class), BeanUtils.instantiateClass(type),
						environment, null);
				return;
			}
		}
	}

}
