package io.github.corsstarter.config.loader;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.location.PropertyLocations;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.PlaceholderResolutionException;

/**
 * A configuration that a start could not read either: a broken file, or one that is
 * missing. The message is one line, and names file and line where they are known.
 */
public final class UnreadableConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private UnreadableConfigurationException(String message, Throwable cause) {
		super(message, cause);
	}

	/**
	 * Say what could not be read.
	 * @param failure what Spring says of it
	 * @param environment what was read until then
	 * @return the exception
	 */
	public static UnreadableConfigurationException of(RuntimeException failure, ConfigurableEnvironment environment) {
		String place = place(failure);
		if (place == null) {
			place = (failure instanceof PlaceholderResolutionException unresolved) ? place(unresolved, environment)
					: BrokenFile.find(environment, failure);
		}
		String message = sentence(failure);
		return new UnreadableConfigurationException((place != null) ? message + " (" + place + ")" : message, failure);
	}

	private static @Nullable String place(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Origin origin = Origin.from(cause);
			if (origin != null) {
				return origin.toString();
			}
		}
		return null;
	}

	/**
	 * Find the property that has the placeholder.
	 */
	private static @Nullable String place(PlaceholderResolutionException failure, ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					boolean unresolved = failure.getValues().contains(String.valueOf(enumerable.getProperty(name)));
					Location location = unresolved ? new PropertyLocations().of(source, name) : null;
					if (location != null) {
						return name + " at " + location;
					}
				}
			}
		}
		return null;
	}

	private static String sentence(RuntimeException failure) {
		List<String> messages = new ArrayList<>();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage())
				.lines()
				.map(String::strip)
				.reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
			if (messages.stream().noneMatch((known) -> known.contains(message))) {
				messages.add(message);
			}
		}
		return String.join(": ", messages);
	}

}
