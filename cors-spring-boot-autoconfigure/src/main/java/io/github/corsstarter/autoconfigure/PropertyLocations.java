package io.github.corsstarter.autoconfigure;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;

/**
 * Where properties were written: file, line and column, or the name of a variable or
 * source.
 */
final class PropertyLocations {

	private static final String SEPARATOR = " - ";

	private final Map<Resource, String> files = new IdentityHashMap<>();

	/**
	 * Returns the place of a property in the words of Spring Boot.
	 * @param property the property
	 * @return the place, or {@code null} if it is not known
	 */
	@Nullable String of(ConfigurationProperty property) {
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
		return this.files.computeIfAbsent(resource, (key) -> {
			String text = origin.toString();
			return text.substring(0, text.lastIndexOf(SEPARATOR));
		});
	}

}
