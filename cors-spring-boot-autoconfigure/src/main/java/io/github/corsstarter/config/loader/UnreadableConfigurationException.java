package io.github.corsstarter.config.loader;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.location.PropertyLocations;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataLocationNotFoundException;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A configuration that a start could not read either: a broken file, or one that is
 * missing. The message is one line, and names file and line where they are known.
 */
public final class UnreadableConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Location location;

	private final @Nullable String value;

	private UnreadableConfigurationException(String message, Throwable cause, @Nullable Location location,
			@Nullable String value) {
		super(message, cause);
		this.location = location;
		this.value = value;
	}

	/**
	 * Say what could not be read.
	 * @param failure what Spring says of it
	 * @param environment what was read until then
	 * @return the exception
	 */
	public static UnreadableConfigurationException of(RuntimeException failure, ConfigurableEnvironment environment) {
		String message = sentence(failure);
		Origin origin = origin(failure);
		if (origin != null) {
			return new UnreadableConfigurationException(message + " (" + origin + ")", failure,
					new PropertyLocations().of(origin), missing(failure));
		}
		Location.ConfigFile broken = BrokenFile.find(environment);
		if (broken != null) {
			return new UnreadableConfigurationException(message + " (" + broken.resource() + ")", failure, broken,
					broken.name());
		}
		return new UnreadableConfigurationException(message, failure, null, null);
	}

	/**
	 * Return where the configuration cannot be read.
	 * @return the broken file, or what names a missing one; {@code null} if that is not
	 * known
	 */
	public @Nullable Location location() {
		return this.location;
	}

	/**
	 * Return what cannot be read there.
	 * @return the name of the broken file, or the location where none is; {@code null} if
	 * that is not known
	 */
	public @Nullable String value() {
		return this.value;
	}

	private static @Nullable Origin origin(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Origin origin = Origin.from(cause);
			if (origin != null) {
				return origin;
			}
		}
		return null;
	}

	private static @Nullable String missing(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConfigDataLocationNotFoundException missing) {
				return missing.getLocation().toString();
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
