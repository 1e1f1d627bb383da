package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.WrittenValues.Written;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Remembers what was bound as it was written and where, and turns what cannot be bound
 * into violations, so that one mistake neither ends the binding nor hides another.
 */
final class RecordingBindHandler implements BindHandler {

	private final WrittenValues writtenValues;

	private final Map<ConfigurationPropertyName, Written> scalars = new HashMap<>();

	private final Map<ConfigurationPropertyName, List<Element>> elements = new HashMap<>();

	private final Map<ConfigurationPropertyName, Violation> problems = new LinkedHashMap<>();

	/**
	 * Creates the handler.
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
		if (name.isLastElementIndexed()) {
			elements(name.getParent()).add(new Element(name.getLastElement(Form.ORIGINAL), written));
		}
		else {
			this.scalars.put(name, written);
			if (result instanceof Collection<?> collection) {
				collection.forEach((element) -> elements(name)
					.add(new Element(null, new Written(element.toString(), written.location()))));
			}
		}
		return result;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		Written written = written(name, context);
		InvalidValue problem = new InvalidValue(name, target.getType().resolve(Object.class), written);
		this.problems.putIfAbsent(name, problem.toViolation(error, this.writtenValues));
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
		return this.elements.computeIfAbsent(list, (name) -> new ArrayList<>());
	}

	/**
	 * Returns a list that was bound.
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
		List<ConfiguredValue<String>> values = new ArrayList<>();
		for (Element element : elements(name)) {
			for (String text : CommaSeparated.split(element.text())) {
				String index = (element.index() != null) ? element.index() : Integer.toString(values.size());
				values.add(ConfiguredValue.of(text, property + "[" + index + "]", element.location()));
			}
		}
		return new ConfiguredList(property, locationOfList(name), values);
	}

	private @Nullable String locationOfList(ConfigurationPropertyName name) {
		Written scalar = this.scalars.get(name);
		if (scalar != null) {
			return scalar.location();
		}
		List<Element> elements = elements(name);
		return elements.isEmpty() ? null : elements.get(0).location();
	}

	/**
	 * Returns a scalar that was bound.
	 * @param name the name it was bound by
	 * @param property its key
	 * @param value its value
	 * @param <T> the type of the value
	 * @return the value with its text and location
	 */
	<T> ConfiguredValue<T> value(ConfigurationPropertyName name, String property, T value) {
		Written written = this.scalars.get(name);
		return (written != null) ? new ConfiguredValue<>(value, written.text(), property, written.location())
				: new ConfiguredValue<>(value, value.toString(), property, null);
	}

	/**
	 * Forgets what could not be bound below a name, because nobody uses it.
	 * @param name the name
	 */
	void forgetProblemsBelow(ConfigurationPropertyName name) {
		this.problems.keySet().removeIf(name::isAncestorOf);
	}

	/**
	 * Returns what could not be bound.
	 * @return violations in the order in which they were met
	 */
	List<Violation> problems() {
		return List.copyOf(this.problems.values());
	}

	private record Element(@Nullable String index, Written written) {

		String text() {
			return this.written.text();
		}

		@Nullable String location() {
			return this.written.location();
		}

	}

}
