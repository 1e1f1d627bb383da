package io.github.corsstarter.reload;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * The configuration of a running application, as a start would read it now: but for the
 * active profiles, which are those of the start, and for remote sources, which are as the
 * last refresh left them. The environment of the application is not changed. Safe for use
 * by several threads.
 */
final class LiveConfiguration {

	private static final Log logger = LogFactory.getLog(LiveConfiguration.class);

	/** What can be written by HTTP, where Spring Cloud is told to allow that. */
	private static final String WRITABLE = "manager";

	private static final String PROFILES = "profiles";

	private static final String DEFAULT_PROPERTIES = "defaultProperties";

	private final ConfigurableEnvironment environment;

	/** The names of the sources that the log has told of. */
	private final Set<String> ignored = ConcurrentHashMap.newKeySet();

	/**
	 * Create the view.
	 * @param environment the environment of the application
	 */
	LiveConfiguration(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Find a location that is not on this machine.
	 * @return such as {@code configserver:}, or {@code null} if all configuration is
	 * local
	 */
	@Nullable String remoteLocation() {
		return ConfigLocations.findRemote(this.environment);
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
		List<PropertySource<?>> files = readFiles();
		ConfigurableEnvironment view = view();
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

	private static boolean isConfigData(PropertySource<?> source) {
		return source instanceof ConfigTreePropertySource || ConfigFile.isOne(source);
	}

	private List<PropertySource<?>> readFiles() {
		ConfigurableEnvironment scratch = new ApplicationEnvironment();
		MutablePropertySources sources = scratch.getPropertySources();
		String profiles = String.join(",", this.environment.getActiveProfiles());
		sources.addLast(
				new MapPropertySource(PROFILES, Map.of(AbstractEnvironment.ACTIVE_PROFILES_PROPERTY_NAME, profiles)));
		for (PropertySource<?> source : around()) {
			if (!isConfigData(source) && !isAdded(source)) {
				sources.addLast(source);
			}
		}
		List<PropertySource<?>> given = sources.stream().toList();
		scratch.setDefaultProfiles(this.environment.getDefaultProfiles());
		ConfigurationPropertySources.attach(scratch);
		try {
			ConfigDataEnvironmentPostProcessor.applyTo(scratch);
		}
		catch (RuntimeException ex) {
			throw UnreadableConfigurationException.of(ex, scratch);
		}
		List<String> further = new ArrayList<>(Arrays.asList(scratch.getActiveProfiles()));
		further.removeAll(Arrays.asList(this.environment.getActiveProfiles()));
		return sources.stream()
			.filter((source) -> !given.contains(source)
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.filter((source) -> further.isEmpty() || !ConfigFile.isFor(source, further, this.environment))
			.toList();
	}

	/**
	 * Return what the last refresh left, without what it left behind: a refresh replaces
	 * and adds property sources, and removes none.
	 */
	private ConfigurableEnvironment refreshed() {
		ConfigurableEnvironment view = view();
		for (PropertySource<?> source : around()) {
			if (isStale(source)) {
				if (this.ignored.add(source.getName())) {
					logger.warn("CORS: ignoring a property source that a refresh left behind: " + source.getName());
				}
			}
			else {
				view.getPropertySources().addLast(source);
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
