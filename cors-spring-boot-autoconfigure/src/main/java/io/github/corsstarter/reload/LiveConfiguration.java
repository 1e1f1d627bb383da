package io.github.corsstarter.reload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.config.ConfigLocations;
import io.github.corsstarter.config.loader.ApplicationEnvironment;
import io.github.corsstarter.config.loader.UnreadableConfigurationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.util.StringUtils;

/**
 * The configuration of a running application, as a start would read it now: but for the
 * active profiles, which are those of the start, and for remote sources, which are as the
 * last refresh left them. What was written by HTTP is no part of it. The environment of
 * the application is not changed. Safe for use by several threads.
 */
final class LiveConfiguration {

	private static final Log logger = LogFactory.getLog(LiveConfiguration.class);

	/** What can be written by HTTP, where Spring Cloud is told to allow that. */
	private static final String WRITABLE = "manager";

	private static final String PROFILES_OF_START = "profiles";

	private static final ConfigurationPropertyName PROFILES = ConfigurationPropertyName.of("spring.profiles");

	private static final String DEFAULT_PROPERTIES = "defaultProperties";

	private final ConfigurableEnvironment environment;

	/**
	 * The active profiles that were set by code of the application, and by no property.
	 */
	private final String[] profilesOfCode;

	/** The names of the sources that the log has told of. */
	private final Set<String> ignored = ConcurrentHashMap.newKeySet();

	/**
	 * Create the view.
	 * @param environment the environment of the application
	 */
	LiveConfiguration(ConfigurableEnvironment environment) {
		this.environment = environment;
		Set<String> configured = configuredProfiles();
		this.profilesOfCode = Arrays.stream(environment.getActiveProfiles())
			.filter((profile) -> !configured.contains(profile))
			.toArray(String[]::new);
	}

	/**
	 * Find a location that is not on this machine.
	 * @return such as {@code configserver:}, or {@code null} if all configuration is
	 * local
	 */
	@Nullable String remoteLocation() {
		return ConfigLocations.findRemote(asStarted());
	}

	/**
	 * Read the configuration as it is now.
	 * @return an environment of its own
	 * @throws UnreadableConfigurationException if a start could not read it either
	 */
	ConfigurableEnvironment read() {
		return (remoteLocation() != null) ? refreshed() : reread();
	}

	/**
	 * Read the configuration as a start would that activates other profiles.
	 * @return an environment of its own, with the profiles that are configured now
	 * @throws UnreadableConfigurationException if a start could not read it
	 * @throws IllegalStateException if configuration is remote, which is not asked for
	 * again
	 */
	ConfigurableEnvironment readWithOwnProfiles() {
		String remote = remoteLocation();
		if (remote != null) {
			throw new IllegalStateException("What %s has for other profiles is not known".formatted(remote));
		}
		ConfigurableEnvironment scratch = scratch();
		scratch.setActiveProfiles(this.profilesOfCode);
		List<PropertySource<?>> files = load(scratch);
		ConfigurableEnvironment view = new ApplicationEnvironment();
		view.setActiveProfiles(scratch.getActiveProfiles());
		view.setDefaultProfiles(scratch.getDefaultProfiles());
		return arrange(view, files);
	}

	/**
	 * Return the configuration that the application was started with, or that the last
	 * refresh has left.
	 * @return an environment of its own
	 */
	ConfigurableEnvironment asStarted() {
		ConfigurableEnvironment view = view();
		around().forEach(view.getPropertySources()::addLast);
		ConfigurationPropertySources.attach(view);
		return view;
	}

	/**
	 * Read the files again. What stands around them is that of the application, with the
	 * places it knows.
	 */
	private ConfigurableEnvironment reread() {
		ConfigurableEnvironment scratch = scratch();
		String[] active = this.environment.getActiveProfiles();
		scratch.getPropertySources()
			.addFirst(new MapPropertySource(PROFILES_OF_START,
					Map.of(AbstractEnvironment.ACTIVE_PROFILES_PROPERTY_NAME, String.join(",", active))));
		scratch.setDefaultProfiles(this.environment.getDefaultProfiles());
		List<PropertySource<?>> files = load(scratch);
		List<String> further = new ArrayList<>(Arrays.asList(scratch.getActiveProfiles()));
		further.removeAll(Arrays.asList(active));
		return arrange(view(),
				files.stream()
					.filter((source) -> further.isEmpty() || !ConfigFile.isFor(source, further, this.environment))
					.toList());
	}

	private ConfigurableEnvironment arrange(ConfigurableEnvironment view, List<PropertySource<?>> files) {
		MutablePropertySources sources = view.getPropertySources();
		List<PropertySource<?>> around = around();
		int position = position(around);
		for (int i = 0; i <= around.size(); i++) {
			if (i == position) {
				files.forEach(sources::addLast);
			}
			if (i < around.size() && !isConfigData(around.get(i)) && !files.contains(around.get(i))) {
				sources.addLast(around.get(i));
			}
		}
		ConfigurationPropertySources.attach(view);
		return view;
	}

	/**
	 * Return the sources of the application, but for those that are no configuration of
	 * its own.
	 */
	private List<PropertySource<?>> around() {
		List<PropertySource<?>> sources = new ArrayList<>();
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
					&& !WRITABLE.equals(source.getName())) {
				sources.add(source);
			}
		}
		return sources;
	}

	/**
	 * Return where the files stand among the others: ahead of those that
	 * {@code @PropertySource} names.
	 */
	private static int position(List<PropertySource<?>> sources) {
		for (int i = 0; i < sources.size(); i++) {
			if (isConfigData(sources.get(i))) {
				return i;
			}
		}
		for (int i = 0; i < sources.size(); i++) {
			if (isAdded(sources.get(i)) || DEFAULT_PROPERTIES.equals(sources.get(i).getName())) {
				return i;
			}
		}
		return sources.size();
	}

	/**
	 * Return whether a source came after the files had been read.
	 */
	private static boolean isAdded(PropertySource<?> source) {
		return source instanceof ResourcePropertySource || (source instanceof CompositePropertySource composite
				&& composite.getPropertySources().stream().anyMatch(ResourcePropertySource.class::isInstance));
	}

	/**
	 * Return every profile that a property names, whether it activates it or not.
	 */
	private Set<String> configuredProfiles() {
		Set<String> profiles = new HashSet<>();
		ConfigurableEnvironment started = asStarted();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(started)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				for (ConfigurationPropertyName name : iterable) {
					ConfigurationProperty property = PROFILES.isAncestorOf(name)
							? iterable.getConfigurationProperty(name) : null;
					if (property != null) {
						String value = started.resolvePlaceholders(property.getValue().toString());
						for (String profile : StringUtils.commaDelimitedListToStringArray(value)) {
							profiles.add(profile.strip());
						}
					}
				}
			}
		}
		return profiles;
	}

	private static boolean isConfigData(PropertySource<?> source) {
		return source instanceof ConfigTreePropertySource || ConfigFile.isOne(source);
	}

	/**
	 * Return all that a start has before it reads files.
	 */
	private ConfigurableEnvironment scratch() {
		ConfigurableEnvironment scratch = new ApplicationEnvironment();
		for (PropertySource<?> source : around()) {
			if (!isConfigData(source) && !isAdded(source)) {
				scratch.getPropertySources().addLast(source);
			}
		}
		return scratch;
	}

	private static List<PropertySource<?>> load(ConfigurableEnvironment scratch) {
		MutablePropertySources sources = scratch.getPropertySources();
		List<PropertySource<?>> given = sources.stream().toList();
		ConfigurationPropertySources.attach(scratch);
		try {
			ConfigDataEnvironmentPostProcessor.applyTo(scratch);
		}
		catch (RuntimeException ex) {
			throw UnreadableConfigurationException.of(ex, scratch);
		}
		return sources.stream()
			.filter((source) -> !given.contains(source)
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList();
	}

	/**
	 * Return what the last refresh left, without what it left behind: a refresh replaces
	 * and adds property sources, and removes none.
	 */
	private ConfigurableEnvironment refreshed() {
		ConfigurableEnvironment view = view();
		List<PropertySource<?>> sources = around();
		List<PropertySource<?>> current = ImportedSources
			.among(sources.stream().filter((source) -> !isStale(source)).toList());
		for (PropertySource<?> source : sources) {
			if (current.contains(source)) {
				view.getPropertySources().addLast(source);
			}
			else if (this.ignored.add(source.getName())) {
				logger.warn("CORS: ignoring a property source that a refresh left behind: " + source.getName());
			}
		}
		ConfigurationPropertySources.attach(view);
		return view;
	}

	private boolean isStale(PropertySource<?> source) {
		try {
			return ConfigFile.isStale(source, this.environment);
		}
		catch (RuntimeException ex) {
			throw UnreadableConfigurationException.of(ex, this.environment);
		}
	}

	private ConfigurableEnvironment view() {
		ConfigurableEnvironment view = new ApplicationEnvironment();
		view.setActiveProfiles(this.environment.getActiveProfiles());
		view.setDefaultProfiles(this.environment.getDefaultProfiles());
		return view;
	}

}
