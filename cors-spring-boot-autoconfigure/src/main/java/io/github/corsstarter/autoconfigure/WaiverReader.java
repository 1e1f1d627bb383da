package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.WaiverDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * Reads the waivers. They are not bound to a type, because a key that is mistyped would
 * be lost there, and with it the waiver.
 */
final class WaiverReader {

	private static final ConfigurationPropertyName WAIVERS = ConfigurationPropertyName.of("cors.validation.waivers");

	private static final List<String> KEYS = List.of("rule", "value", "policy", "reason", "expires");

	private final Iterable<ConfigurationPropertySource> sources;

	private final PlaceholdersResolver placeholders;

	private final PropertyLocations locations;

	/**
	 * Creates a reader.
	 * @param sources the sources of configuration, the one that wins first
	 * @param placeholders resolves the placeholders of a value
	 * @param locations knows where properties were written
	 */
	WaiverReader(Iterable<ConfigurationPropertySource> sources, PlaceholdersResolver placeholders,
			PropertyLocations locations) {
		this.sources = sources;
		this.placeholders = placeholders;
		this.locations = locations;
	}

	/**
	 * Reads the waivers of the first source that has any: a list is replaced as a whole.
	 * @return the waivers in the order of their indexes
	 */
	List<WaiverDefinition> read() {
		for (ConfigurationPropertySource source : this.sources) {
			if (source.getConfigurationProperty(WAIVERS) != null) {
				return List.of();
			}
			if (source instanceof IterableConfigurationPropertySource iterable
					&& source.containsDescendantOf(WAIVERS) != ConfigurationPropertyState.ABSENT) {
				Collection<List<ConfigurationProperty>> waivers = byIndex(iterable).values();
				if (!waivers.isEmpty()) {
					return waivers.stream().map(this::waiver).toList();
				}
			}
		}
		return List.of();
	}

	private static Map<Integer, List<ConfigurationProperty>> byIndex(IterableConfigurationPropertySource source) {
		Map<Integer, List<ConfigurationProperty>> waivers = new TreeMap<>();
		for (ConfigurationPropertyName name : source) {
			ConfigurationProperty property = WAIVERS.isAncestorOf(name) ? source.getConfigurationProperty(name) : null;
			if (property != null) {
				waivers.computeIfAbsent(index(name), (index) -> new ArrayList<>()).add(property);
			}
		}
		return waivers;
	}

	private static int index(ConfigurationPropertyName name) {
		try {
			return Integer.parseInt(name.getElement(WAIVERS.getNumberOfElements(), Form.ORIGINAL));
		}
		catch (NumberFormatException ex) {
			return Integer.MAX_VALUE;
		}
	}

	private WaiverDefinition waiver(List<ConfigurationProperty> properties) {
		ConfigurationProperty first = properties.get(0);
		ConfigurationPropertyName name = first.getName().chop(WAIVERS.getNumberOfElements() + 1);
		return new WaiverDefinition(name.toString(), this.locations.of(first), value(name, "rule", properties),
				value(name, "value", properties), value(name, "policy", properties), value(name, "reason", properties),
				value(name, "expires", properties), unknown(name, properties));
	}

	private @Nullable ConfiguredValue<String> value(ConfigurationPropertyName waiver, String key,
			List<ConfigurationProperty> properties) {
		ConfigurationPropertyName name = waiver.append(key);
		return properties.stream()
			.filter((property) -> property.getName().equals(name))
			.map((property) -> ConfiguredValue.of(text(property), name.toString(), this.locations.of(property)))
			.findFirst()
			.orElse(null);
	}

	private String text(ConfigurationProperty property) {
		return String.valueOf(this.placeholders.resolvePlaceholders(property.getValue())).strip();
	}

	private List<ConfiguredValue<String>> unknown(ConfigurationPropertyName waiver,
			List<ConfigurationProperty> properties) {
		List<ConfigurationPropertyName> known = KEYS.stream().map(waiver::append).toList();
		return properties.stream()
			.filter((property) -> !known.contains(property.getName()) && !waiver.equals(property.getName()))
			.map((property) -> ConfiguredValue.of(property.getName().subName(waiver.getNumberOfElements()).toString(),
					property.getName().toString(), this.locations.of(property)))
			.toList();
	}

}
