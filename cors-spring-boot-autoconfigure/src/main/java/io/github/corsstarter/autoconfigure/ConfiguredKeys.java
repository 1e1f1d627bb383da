package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.ConfiguredValue;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Every key below {@code cors} that any source of configuration sets, those of files
 * before the environment variables and arguments that override them.
 */
final class ConfiguredKeys {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cors");

	private final WrittenValues writtenValues;

	private final List<Key> keys = new ArrayList<>();

	/**
	 * Reads the keys.
	 * @param sources the sources, the one that wins first
	 * @param writtenValues knows how properties were written
	 */
	ConfiguredKeys(Iterable<ConfigurationPropertySource> sources, WrittenValues writtenValues) {
		this.writtenValues = writtenValues;
		List<ConfigurationPropertySource> reversed = new ArrayList<>();
		sources.forEach(reversed::add);
		Collections.reverse(reversed);
		for (ConfigurationPropertySource source : reversed) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				read(iterable);
			}
		}
	}

	private void read(IterableConfigurationPropertySource source) {
		Map<ConfigurationPropertyName, ConfigurationPropertyName> firstElements = new LinkedHashMap<>();
		source.stream()
			.filter(ROOT::isAncestorOf)
			.forEach((name) -> firstElements.putIfAbsent(withoutIndex(name), name));
		firstElements.forEach((key, name) -> {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				this.keys.add(new Key(key, property));
			}
		});
	}

	private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
		return name.isLastElementIndexed() ? name.getParent() : name;
	}

	/**
	 * Returns the keys as they were written, a list once, by its first element.
	 * @return the keys with their locations
	 */
	List<ConfiguredValue<String>> asWritten() {
		return this.keys.stream()
			.map((key) -> ConfiguredValue.of(key.asWritten(), key.asWritten(),
					this.writtenValues.location(key.property())))
			.toList();
	}

	/**
	 * Returns the names at any depth below a name.
	 * @param parent the parent
	 * @return the names in order
	 */
	List<ConfigurationPropertyName> descendantsOf(ConfigurationPropertyName parent) {
		return this.keys.stream().map(Key::name).filter(parent::isAncestorOf).distinct().toList();
	}

	/**
	 * Returns the names one level below a name. Two spellings of one name count as one,
	 * in the spelling of the first.
	 * @param parent the parent
	 * @return the names in order
	 */
	List<ConfigurationPropertyName> childrenOf(ConfigurationPropertyName parent) {
		return this.keys.stream()
			.map(Key::name)
			.filter(parent::isAncestorOf)
			.map((name) -> name.chop(parent.getNumberOfElements() + 1))
			.distinct()
			.toList();
	}

	/**
	 * Tells whether environment variables alone set anything at or below a name. What
	 * name a variable means is not certain then: its underscores may stand for dots or
	 * for dashes.
	 * @param name the name
	 * @return {@code true} if no other source mentions the name
	 */
	boolean isUncertain(ConfigurationPropertyName name) {
		return this.keys.stream()
			.filter((key) -> name.equals(key.name()) || name.isAncestorOf(key.name()))
			.allMatch(Key::isVariable);
	}

	/**
	 * A key.
	 *
	 * @param name its name without an index
	 * @param property a property it sets
	 */
	private record Key(ConfigurationPropertyName name, ConfigurationProperty property) {

		boolean isVariable() {
			ConfigurationPropertySource source = this.property.getSource();
			return source != null && source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
		}

		String asWritten() {
			return (this.property.getOrigin() instanceof PropertySourceOrigin origin) ? origin.getPropertyName()
					: PropertyNames.asWritten(this.property.getName());
		}

	}

}
