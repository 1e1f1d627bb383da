package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
	 * Read the keys.
	 * @param sources the sources, the one that wins first
	 * @param writtenValues knows how properties were written
	 */
	ConfiguredKeys(Iterable<ConfigurationPropertySource> sources, WrittenValues writtenValues) {
		this.writtenValues = writtenValues;
		List<ConfigurationPropertySource> reversed = new ArrayList<>();
		for (ConfigurationPropertySource source : sources) {
			reversed.add(source);
		}
		Collections.reverse(reversed);
		for (ConfigurationPropertySource source : reversed) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				read(iterable);
			}
		}
	}

	private void read(IterableConfigurationPropertySource source) {
		Map<ConfigurationPropertyName, ConfigurationPropertyName> firstElements = new LinkedHashMap<>();
		for (ConfigurationPropertyName name : source) {
			if (ROOT.isAncestorOf(name)) {
				firstElements.putIfAbsent(withoutIndex(name), name);
			}
		}
		for (Map.Entry<ConfigurationPropertyName, ConfigurationPropertyName> key : firstElements.entrySet()) {
			ConfigurationProperty property = source.getConfigurationProperty(key.getValue());
			if (property != null) {
				this.keys.add(new Key(key.getKey(), property));
			}
		}
	}

	private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
		return name.isLastElementIndexed() ? name.getParent() : name;
	}

	/**
	 * Return whether nothing is set.
	 * @return {@code true} if no source has a key below {@code cors}
	 */
	boolean isEmpty() {
		return this.keys.isEmpty();
	}

	/**
	 * Return the keys as they were written, a list once, by its first element.
	 * @param others classes that bind some of them, which are left out
	 * @return the keys with their locations
	 */
	List<ConfiguredValue<String>> asWritten(List<SharedPrefix> others) {
		List<ConfiguredValue<String>> written = new ArrayList<>(this.keys.size());
		for (Key key : this.keys) {
			if (!isBound(key, others)) {
				String text = key.asWritten();
				written.add(ConfiguredValue.of(text, text, this.writtenValues.location(key.property())));
			}
		}
		return written;
	}

	private static boolean isBound(Key key, List<SharedPrefix> others) {
		for (SharedPrefix other : others) {
			if (other.binds(key.name(), key.isVariable())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the names at any depth below a name.
	 * @param parent the parent
	 * @return the names in order
	 */
	Set<ConfigurationPropertyName> descendantsOf(ConfigurationPropertyName parent) {
		Set<ConfigurationPropertyName> descendants = new LinkedHashSet<>();
		for (Key key : this.keys) {
			if (parent.isAncestorOf(key.name())) {
				descendants.add(key.name());
			}
		}
		return descendants;
	}

	/**
	 * Return the names one level below a name. Two spellings of one name count as one, in
	 * the spelling of the first.
	 * @param parent the parent
	 * @return the names in order
	 */
	Set<ConfigurationPropertyName> childrenOf(ConfigurationPropertyName parent) {
		Set<ConfigurationPropertyName> children = new LinkedHashSet<>();
		for (ConfigurationPropertyName descendant : descendantsOf(parent)) {
			children.add(descendant.chop(parent.getNumberOfElements() + 1));
		}
		return children;
	}

	/**
	 * Return whether environment variables alone set anything at or below a name. What
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
