package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.github.corsstarter.location.Placeholders;
import io.github.corsstarter.location.PropertyLocations;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.policy.Placeholder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.Environment;

/**
 * Properties as they were written.
 */
final class WrittenValues {

	private final PlaceholdersResolver resolver;

	private final PropertyLocations locations = new PropertyLocations();

	private final Placeholders placeholders;

	/**
	 * Create the view.
	 * @param environment where placeholders are resolved
	 * @param resolver resolves the placeholders of a value as the binder does
	 */
	WrittenValues(Environment environment, PlaceholdersResolver resolver) {
		this.resolver = resolver;
		this.placeholders = new Placeholders(environment, this.locations);
	}

	/**
	 * Return a property as it was written.
	 * @param property the property
	 * @return its text, placeholders resolved where they can be, and its location
	 */
	Written of(ConfigurationProperty property) {
		String raw = property.getValue().toString().strip();
		return new Written(text(raw), raw, location(property));
	}

	/**
	 * Return a text with its placeholders resolved, where there are some: the resolver
	 * copies every text.
	 */
	private String text(String raw) {
		if (!Placeholders.isIn(raw)) {
			return raw;
		}
		try {
			return String.valueOf(this.resolver.resolvePlaceholders(raw)).strip();
		}
		catch (IllegalArgumentException ex) {
			return raw;
		}
	}

	/**
	 * Return where a property was read from.
	 * @param property the property
	 * @return the location, or {@code null} if it is not known
	 */
	@Nullable Location location(ConfigurationProperty property) {
		return this.locations.of(property);
	}

	/**
	 * Return a written text as the value that it is.
	 * @param value the value
	 * @param written how it was written
	 * @param place what sets it
	 * @param <T> the type of the value
	 * @return the configured value
	 */
	<T> ConfiguredValue<T> value(T value, Written written, Place place) {
		return new ConfiguredValue<>(value, written.text(), place, written.location(), placeholder(written.raw()));
	}

	/**
	 * Return the elements of a written text.
	 * @param written elements with commas between them
	 * @param element says which place the next element has, by how many precede it in the
	 * text
	 * @return the elements in order
	 */
	List<ConfiguredValue<String>> elements(Written written, IntFunction<Place> element) {
		List<String> texts = CommaSeparated.split(written.text());
		List<@Nullable Placeholder> origins = placeholders(written, texts);
		List<ConfiguredValue<String>> values = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			values.add(new ConfiguredValue<>(texts.get(i), texts.get(i), element.apply(i), written.location(),
					(origins != null) ? origins.get(i) : null));
		}
		return values;
	}

	/**
	 * Return which placeholder each element came through. Where a placeholder brings half
	 * a bracket along, elements are cut in other places, and then that is not known.
	 */
	private @Nullable List<@Nullable Placeholder> placeholders(Written written, List<String> texts) {
		if (!Placeholders.isIn(written.raw())) {
			return null;
		}
		List<String> cut = new ArrayList<>();
		List<@Nullable Placeholder> placeholders = new ArrayList<>();
		for (String raw : CommaSeparated.split(written.raw())) {
			Placeholder placeholder = placeholder(raw);
			for (String text : CommaSeparated.split(text(raw))) {
				cut.add(text);
				placeholders.add(placeholder);
			}
		}
		return cut.equals(texts) ? placeholders : null;
	}

	private @Nullable Placeholder placeholder(String raw) {
		return Placeholders.isIn(raw) ? this.placeholders.of(raw) : null;
	}

	/**
	 * A value as it was written.
	 *
	 * @param text the text, placeholders resolved, surrounding blanks dropped
	 * @param raw the text with its placeholders
	 * @param location where it was written, or {@code null} if that is not known
	 */
	record Written(String text, String raw, @Nullable Location location) {

	}

}
