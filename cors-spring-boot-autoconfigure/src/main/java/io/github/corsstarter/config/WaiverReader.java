package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.config.WrittenValues.Written;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

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

	private final WrittenValues writtenValues;

	private final List<Finding> problems = new ArrayList<>();

	/**
	 * Create a reader.
	 * @param sources the sources of configuration, the one that wins first
	 * @param writtenValues knows how properties were written
	 */
	WaiverReader(Iterable<ConfigurationPropertySource> sources, WrittenValues writtenValues) {
		this.sources = sources;
		this.writtenValues = writtenValues;
	}

	/**
	 * Read the waivers of the first source that has any: a list is replaced as a whole.
	 * @return the waivers in the order of their indexes
	 */
	List<WaiverDefinition> read() {
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty scalar = source.getConfigurationProperty(WAIVERS);
			if (scalar != null) {
				checkBlank(this.writtenValues.of(scalar));
				return List.of();
			}
			if (source instanceof IterableConfigurationPropertySource iterable
					&& source.containsDescendantOf(WAIVERS) != ConfigurationPropertyState.ABSENT) {
				Map<Integer, List<ConfigurationProperty>> waivers = byIndex(iterable);
				if (!waivers.isEmpty()) {
					checkGap(waivers);
					return waivers.values().stream().map(this::waiver).toList();
				}
			}
		}
		return List.of();
	}

	/**
	 * Return what was wrong with the list of waivers itself.
	 * @return a finding if there is a gap in it
	 */
	List<Finding> problems() {
		return List.copyOf(this.problems);
	}

	private void checkBlank(Written scalar) {
		if (!scalar.text().isEmpty()) {
			this.problems.add(InvalidValue.textOfList(WAIVERS, scalar));
		}
	}

	private void checkGap(Map<Integer, List<ConfigurationProperty>> waivers) {
		int expected = 0;
		for (Map.Entry<Integer, List<ConfigurationProperty>> waiver : waivers.entrySet()) {
			if (waiver.getKey() != expected++) {
				ConfigurationProperty first = waiver.getValue().get(0);
				this.problems.add(InvalidValue.gap(WAIVERS, first.getName(), this.writtenValues.of(first)));
				return;
			}
		}
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
		return new WaiverDefinition(name.toString(), this.writtenValues.location(first),
				value(name, "rule", properties), value(name, "value", properties), value(name, "policy", properties),
				value(name, "reason", properties), value(name, "expires", properties), unknown(name, properties));
	}

	private @Nullable ConfiguredValue<String> value(ConfigurationPropertyName waiver, String key,
			List<ConfigurationProperty> properties) {
		ConfigurationPropertyName name = waiver.append(key);
		return properties.stream()
			.filter((property) -> property.getName().equals(name))
			.map((property) -> value(name, this.writtenValues.of(property)))
			.findFirst()
			.orElse(null);
	}

	private ConfiguredValue<String> value(ConfigurationPropertyName name, Written written) {
		return this.writtenValues.value(written.text(), written, Place.ofKey(name.toString()));
	}

	private List<ConfiguredValue<String>> unknown(ConfigurationPropertyName waiver,
			List<ConfigurationProperty> properties) {
		List<ConfigurationPropertyName> known = KEYS.stream().map(waiver::append).toList();
		return properties.stream()
			.filter((property) -> !known.contains(property.getName()) && !waiver.equals(property.getName()))
			.map((property) -> ConfiguredValue.of(property.getName().subName(waiver.getNumberOfElements()).toString(),
					property.getName().toString(), this.writtenValues.location(property)))
			.toList();
	}

}
