package io.github.corsstarter.reload;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the configuration of the application. Nothing that was read only once may take
 * effect: half of a file may be a valid file, and half of an origin may be somebody
 * else's. Not safe for use by several threads.
 */
final class ConfigurationReader {

	private static final List<ConfigurationPropertyName> ROOTS = List.of(ConfigurationPropertyName.of("cors"),
			ConfigurationPropertyName.of("spring.profiles"));

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

	private final LiveConfiguration configuration;

	/** Never counted down: waiting for it is a pause that an interrupt ends. */
	private final CountDownLatch pause = new CountDownLatch(1);

	private @Nullable ConfigPlaces places;

	ConfigurationReader(LiveConfiguration configuration) {
		this.configuration = configuration;
	}

	/**
	 * Return what the application was started with, as far as it can be compared.
	 * @return every key that matters with its value
	 */
	String textsOfStart() {
		return texts(this.configuration.asStarted());
	}

	/**
	 * Return where a start would look, as far as it is known.
	 */
	ConfigPlaces places() {
		ConfigPlaces known = this.places;
		return (known != null) ? known : ConfigPlaces.of(this.configuration.asStarted());
	}

	/**
	 * Read the configuration once.
	 */
	Reading read() {
		try {
			ConfigurableEnvironment environment = this.configuration.read();
			String texts = texts(environment);
			ConfigPlaces places = ConfigPlaces.of(environment);
			this.places = places;
			return new Reading(environment, texts, places, places.digest(), null);
		}
		catch (RuntimeException | LinkageError ex) {
			ConfigPlaces places = places();
			String problem = String.valueOf(ex.getMessage());
			return new Reading(null, problem, places, places.digest(), UnstableConfiguration.unreadable(ex));
		}
	}

	/**
	 * Read the configuration until it is the same twice, or the time is over.
	 */
	Reading readTwice() {
		long start = System.nanoTime();
		Reading last = read();
		while (System.nanoTime() - start <= LIMIT - PAUSE) {
			try {
				this.pause.await(PAUSE, TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return last.unsettled("The thread was interrupted before the configuration had been read twice.");
			}
			Reading next = read();
			if (next.isSameAs(last)) {
				return next;
			}
			last = next;
		}
		return last.unsettled(
				"For two seconds no two readings of the configuration were the same: something is writing to it.");
	}

	private static String texts(ConfigurableEnvironment environment) {
		PropertySourcesPlaceholdersResolver placeholders = new PropertySourcesPlaceholdersResolver(environment);
		StringBuilder texts = new StringBuilder();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				int length = texts.length();
				for (ConfigurationPropertyName name : iterable) {
					if (ROOTS.stream().anyMatch((root) -> root.isAncestorOf(name))) {
						append(texts, iterable.getConfigurationProperty(name), placeholders);
					}
				}
				texts.append((texts.length() > length) ? "\0" : "");
			}
		}
		return texts.toString();
	}

	private static void append(StringBuilder texts, @Nullable ConfigurationProperty property,
			PropertySourcesPlaceholdersResolver placeholders) {
		if (property != null) {
			texts.append(property.getName()).append('=');
			try {
				texts.append(placeholders.resolvePlaceholders(property.getValue()));
			}
			catch (IllegalArgumentException ex) {
				texts.append(property.getValue());
			}
			texts.append('\n');
		}
	}

}
