package io.github.corsstarter.config.loader;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.location.PropertyLocations;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataLocationNotFoundException;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
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

	private final transient @Nullable Place place;

	private UnreadableConfigurationException(RuntimeException failure, @Nullable Place place) {
		super((place != null) ? sentence(failure) + " (" + place.text() + ")" : sentence(failure), failure);
		this.place = place;
	}

	/**
	 * Say what could not be read.
	 * @param failure what Spring says of it
	 * @param environment what was read until then
	 * @return the exception
	 */
	public static UnreadableConfigurationException of(RuntimeException failure, ConfigurableEnvironment environment) {
		Place place = named(failure);
		if (place == null) {
			place = (failure instanceof PlaceholderResolutionException unresolved) ? property(unresolved, environment)
					: brokenFile(failure, environment);
		}
		return new UnreadableConfigurationException(failure, place);
	}

	/**
	 * Return where the configuration cannot be read.
	 * @return the broken file, or what names a missing one; {@code null} if that is not
	 * known
	 */
	public @Nullable Location location() {
		return (this.place != null) ? this.place.location() : null;
	}

	/**
	 * Return what cannot be read there.
	 * @return the name of the broken file, the location where none is, or the value whose
	 * placeholder is not resolved; {@code null} if that is not known
	 */
	public @Nullable String value() {
		return (this.place != null) ? this.place.value() : null;
	}

	private static @Nullable Place named(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Origin origin = Origin.from(cause);
			if (origin != null) {
				return new Place(origin.toString(), new PropertyLocations().of(origin), missing(failure));
			}
		}
		return null;
	}

	private static @Nullable String missing(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConfigDataLocationNotFoundException missing) {
				return missing.getLocation().toString();
			}
			if (cause instanceof ConfigDataResourceNotFoundException missing && missing.getLocation() != null) {
				return missing.getLocation().toString();
			}
		}
		return null;
	}

	private static @Nullable Place brokenFile(RuntimeException failure, ConfigurableEnvironment environment) {
		Location.ConfigFile file = BrokenFile.find(environment, failure);
		return (file != null) ? new Place(file.resource(), file, file.name()) : null;
	}

	/**
	 * Find the property that has the placeholder.
	 */
	private static @Nullable Place property(PlaceholderResolutionException failure,
			ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					String value = String.valueOf(enumerable.getProperty(name));
					boolean unresolved = failure.getValues().contains(value);
					Location location = unresolved ? new PropertyLocations().of(source, name) : null;
					if (location != null) {
						return new Place(name + " at " + location, location, value);
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

	/**
	 * Where the configuration cannot be read.
	 *
	 * @param text what the message says of it
	 * @param location the place, or {@code null} if only its text is known
	 * @param value what cannot be read there, or {@code null}
	 */
	private record Place(String text, @Nullable Location location, @Nullable String value) {

	}

}
