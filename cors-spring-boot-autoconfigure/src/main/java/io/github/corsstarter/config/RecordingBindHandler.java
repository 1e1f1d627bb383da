package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.config.WrittenValues.Written;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Remembers what was bound as it was written and where, and turns what cannot be bound
 * into findings, so that one mistake neither ends the binding nor hides another.
 */
final class RecordingBindHandler implements BindHandler {

	private static final String ORIGINS = "allowed-origins";

	private final WrittenValues writtenValues;

	private final Map<ConfigurationPropertyName, Written> scalars = new HashMap<>();

	private final Map<ConfigurationPropertyName, List<Element>> elements = new HashMap<>();

	private final Map<ConfigurationPropertyName, Finding> problems = new LinkedHashMap<>();

	/**
	 * Create the handler.
	 * @param writtenValues knows how properties were written
	 */
	RecordingBindHandler(WrittenValues writtenValues) {
		this.writtenValues = writtenValues;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		Written written = written(name, context);
		if (written == null) {
			return result;
		}
		if (name.isNumericIndex(name.getNumberOfElements() - 1)) {
			int index = Integer.parseInt(name.getLastElement(Form.ORIGINAL));
			elements(name.getParent()).add(new Element(index, written));
			if (isNullOfYaml(written) && ORIGINS.equals(name.getParent().getLastElement(Form.DASHED))) {
				this.problems.putIfAbsent(name, emptyOrigin(name.getParent(), index, written));
			}
		}
		else {
			this.scalars.put(name, written);
			if (result instanceof Collection<?> collection) {
				for (Object element : collection) {
					elements(name).add(new Element(null, element(element.toString(), written)));
				}
			}
		}
		return result;
	}

	/**
	 * Return whether a value may have been written as {@code null}, which Spring reads as
	 * nothing.
	 */
	private static boolean isNullOfYaml(Written written) {
		return written.raw().isEmpty() && written.location() instanceof Location.TextFile file && file.isYaml();
	}

	private static Finding emptyOrigin(ConfigurationPropertyName list, int index, Written written) {
		Place place = Place.ofKey(PropertyNames.asWritten(list)).element(index);
		return Finding.of(RuleId.SUSPICIOUS_VALUE, null,
				new ConfiguredValue<>("", "(empty)", place, written.location(), null),
				"The element is empty and allows nobody: without quotes, null is not a text in YAML.",
				"Remove the element, or write \"null\" with quotes if the origin null is meant.");
	}

	/**
	 * The only element of a scalar is as it was written; those of a list in code are what
	 * they are.
	 */
	private static Written element(String text, Written scalar) {
		return text.strip().equals(scalar.text()) ? scalar : new Written(text, text, scalar.location());
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		Written written = written(name, context);
		InvalidValue problem = new InvalidValue(name, target.getType().resolve(Object.class), written);
		this.problems.putIfAbsent(name, problem.toFinding(error, this.writtenValues));
		if (target.getType().resolve() == List.class) {
			// What precedes a gap, so that the list does not also count as unset
			return elements(name).stream().map(Element::text).toList();
		}
		return (target.getType().resolve() == String.class && written != null) ? written.text() : null;
	}

	private @Nullable Written written(ConfigurationPropertyName name, BindContext context) {
		ConfigurationProperty property = context.getConfigurationProperty();
		// The context keeps the last property it saw, whatever is bound now
		if (property == null || !property.getName().equals(name)) {
			return null;
		}
		return this.writtenValues.of(property);
	}

	private List<Element> elements(ConfigurationPropertyName list) {
		List<Element> known = this.elements.get(list);
		if (known == null) {
			known = new ArrayList<>();
			this.elements.put(list, known);
		}
		return known;
	}

	/**
	 * Return a list that was bound.
	 * @param name the name it was bound by
	 * @param property its key
	 * @param bound what was bound, which is a default if nothing was written
	 * @return the list, each element under the index it was written at; elements that a
	 * comma separates in one scalar are counted
	 */
	ConfiguredList list(ConfigurationPropertyName name, String property, List<String> bound) {
		if (!this.scalars.containsKey(name) && !this.elements.containsKey(name)) {
			return ConfiguredList.of(property, bound);
		}
		Place place = Place.ofKey(property);
		List<ConfiguredValue<String>> values = new ArrayList<>();
		for (Element element : elements(name)) {
			int precede = values.size();
			values.addAll(this.writtenValues.elements(element.written(),
					(i) -> place.element((element.index() != null) ? element.index() : precede + i)));
		}
		return new ConfiguredList(place, locationOfList(name), values);
	}

	private @Nullable Location locationOfList(ConfigurationPropertyName name) {
		Written scalar = this.scalars.get(name);
		if (scalar != null) {
			return scalar.location();
		}
		List<Element> elements = elements(name);
		return elements.isEmpty() ? null : elements.get(0).written().location();
	}

	/**
	 * Return a scalar that was bound.
	 * @param name the name it was bound by
	 * @param property its key
	 * @param value its value
	 * @param <T> the type of the value
	 * @return the value with its text and location
	 */
	<T> ConfiguredValue<T> value(ConfigurationPropertyName name, String property, T value) {
		Written written = this.scalars.get(name);
		Place place = Place.ofKey(property);
		return (written != null) ? this.writtenValues.value(value, written, place)
				: ConfiguredValue.of(value, value.toString(), place, null);
	}

	/**
	 * Forget what could not be bound below a name, because it is not used.
	 * @param name the name
	 */
	void forgetProblemsBelow(ConfigurationPropertyName name) {
		this.problems.keySet().removeIf(name::isAncestorOf);
	}

	/**
	 * Return what could not be bound.
	 * @return findings in the order in which they were met
	 */
	List<Finding> problems() {
		return List.copyOf(this.problems.values());
	}

	private record Element(@Nullable Integer index, Written written) {

		String text() {
			return this.written.text();
		}
	}

}
