package io.github.corsstarter.config;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;

/**
 * Properties as people wrote them.
 */
final class WrittenValues {

	private static final String SEPARATOR = " - ";

	private final PlaceholdersResolver placeholders;

	private final Map<Resource, String> files = new IdentityHashMap<>();

	/**
	 * Creates the view.
	 * @param placeholders resolves the placeholders of a value as the binder does
	 */
	WrittenValues(PlaceholdersResolver placeholders) {
		this.placeholders = placeholders;
	}

	/**
	 * Returns a property as it was written.
	 * @param property the property
	 * @return its text, placeholders resolved where they can be, and its place
	 */
	Written of(ConfigurationProperty property) {
		return new Written(text(property.getValue()), location(property));
	}

	private String text(Object value) {
		try {
			return String.valueOf(this.placeholders.resolvePlaceholders(value)).strip();
		}
		catch (IllegalArgumentException ex) {
			return value.toString().strip();
		}
	}

	/**
	 * Returns the place of a property in the words of Spring Boot: file, line and column,
	 * or the name of a variable or source.
	 * @param property the property
	 * @return the place, or {@code null} if it is not known
	 */
	@Nullable String location(ConfigurationProperty property) {
		Origin origin = property.getOrigin();
		if (origin instanceof PropertySourceOrigin sourceOrigin && sourceOrigin.getOrigin() != null) {
			origin = sourceOrigin.getOrigin();
		}
		if (origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
			return file(text, text.getResource()) + SEPARATOR + text.getLocation();
		}
		return (origin != null) ? origin.toString() : null;
	}

	/**
	 * Returns the name of a file. It is looked up once, because finding out which jar a
	 * resource is in costs more than all else that is done with an element of a long
	 * list.
	 */
	private String file(TextResourceOrigin origin, Resource resource) {
		String file = this.files.get(resource);
		if (file == null) {
			String text = origin.toString();
			file = text.substring(0, text.lastIndexOf(SEPARATOR));
			this.files.put(resource, file);
		}
		return file;
	}

	/**
	 * A value as it was written.
	 *
	 * @param text the text, surrounding blanks dropped
	 * @param location where it was written, or {@code null} if that is not known
	 */
	record Written(String text, @Nullable String location) {

	}

}
