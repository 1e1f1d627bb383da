package io.github.corsstarter.config;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.config.WrittenValues.Written;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * A value that cannot be bound to its key.
 *
 * @param name the name of the key
 * @param type the type of the key
 * @param written the value, if the key itself has one
 */
record InvalidValue(ConfigurationPropertyName name, Class<?> type, @Nullable Written written) {

	private static final ConfigurationPropertyName POLICIES = ConfigurationPropertyName.of("cors.policies");

	/**
	 * Describe the value.
	 * @param error what the binder said
	 * @param writtenValues knows how properties were written
	 * @return the finding
	 */
	Finding toFinding(Exception error, WrittenValues writtenValues) {
		if (error instanceof UnboundConfigurationPropertiesException unbound) {
			return unbound.getUnboundProperties()
				.stream()
				.min(Comparator.comparing(ConfigurationProperty::getName))
				.map((property) -> unread(property.getName(), writtenValues.of(property)))
				.orElseGet(() -> finding(this.name, this.written, sentence(error), remedy()));
		}
		return finding(this.name, this.written, (this.type == String.class) ? sentence(error) : expectation(),
				remedy());
	}

	private Finding unread(ConfigurationPropertyName element, Written written) {
		int depth = this.name.getNumberOfElements() + 1;
		return (element.getNumberOfElements() > depth) ? keys(element.chop(depth), element, written)
				: gap(this.name, element, written);
	}

	/**
	 * Describe an element with keys where text belongs.
	 */
	private static Finding keys(ConfigurationPropertyName element, ConfigurationPropertyName key, Written written) {
		return finding(key, written, "The elements of this list are texts, and this one has keys of its own.",
				"Write %s as the text of %s, in YAML as '- %s'.".formatted(written.text(),
						PropertyNames.asWritten(element), written.text()));
	}

	/**
	 * Describe an element that nothing reads.
	 * @param list the list
	 * @param element the element
	 * @param written what was written there
	 * @return the finding
	 */
	static Finding gap(ConfigurationPropertyName list, ConfigurationPropertyName element, Written written) {
		return finding(element, written,
				"An element before this one is missing, so that nothing would read it. Another source of "
						+ "configuration replaces a list as a whole, never single elements.",
				"Number the elements of " + PropertyNames.asWritten(list) + " from 0 without a gap, all in one place.");
	}

	/**
	 * Describe text where keys belong.
	 * @param name the name above the keys
	 * @param written what was written there
	 * @return the finding
	 */
	static Finding text(ConfigurationPropertyName name, Written written) {
		return finding(name, written, "This key has keys of its own, and nothing reads its text.",
				"Set a key below " + PropertyNames.asWritten(name) + " in its place, or remove it.");
	}

	/**
	 * Describe text where a list of records belongs.
	 * @param list the list
	 * @param written what was written there
	 * @return the finding
	 */
	static Finding textOfList(ConfigurationPropertyName list, Written written) {
		String name = PropertyNames.asWritten(list);
		return finding(list, written, "This is a list of waivers, each with keys of its own, and no text.", "Set "
				+ name + "[0].rule, " + name + "[0].value and " + name + "[0].reason, or leave " + name + " blank.");
	}

	private String expectation() {
		String text = (this.written != null) ? this.written.text() : "";
		if (this.type == Duration.class) {
			return "'" + text + "' is not a duration.";
		}
		if (this.type == Boolean.class || this.type == boolean.class) {
			return "'" + text + "' is neither true nor false.";
		}
		if (this.type == Integer.class || this.type == int.class) {
			return "'" + text + "' is not a whole number.";
		}
		if (this.type.isEnum()) {
			return "'" + text + "' is not one of " + words(", ") + ".";
		}
		return "'" + text + "' is not a value that this key can have.";
	}

	private String remedy() {
		if (this.type == Duration.class) {
			return "Set " + PropertyNames.asWritten(this.name)
					+ " to a number with a unit, such as 30m or 12h, or to a number of seconds.";
		}
		if (this.type == Boolean.class || this.type == boolean.class) {
			return "Set " + PropertyNames.asWritten(this.name) + " to true or false.";
		}
		if (this.type == Integer.class || this.type == int.class) {
			return "Set " + PropertyNames.asWritten(this.name) + " to a whole number.";
		}
		if (this.type.isEnum()) {
			return "Set " + PropertyNames.asWritten(this.name) + " to " + words(" or ") + ".";
		}
		return "Correct the value of " + PropertyNames.asWritten(this.name) + ".";
	}

	private String words(String separator) {
		return Stream.of(this.type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(separator));
	}

	private static String sentence(Exception error) {
		String message = (error.getMessage() != null) ? error.getMessage() : error.toString();
		return message.endsWith(".") ? message : message + ".";
	}

	private static Finding finding(ConfigurationPropertyName name, @Nullable Written written, String message,
			String remedy) {
		String value = (written != null) ? written.text() : null;
		return new Finding(RuleId.INVALID_VALUE, policy(name), PropertyNames.asWritten(name), value, value,
				(written != null) ? written.location() : null, message, null, remedy);
	}

	private static @Nullable String policy(ConfigurationPropertyName name) {
		if (POLICIES.isAncestorOf(name)) {
			return name.getElement(POLICIES.getNumberOfElements(), Form.ORIGINAL);
		}
		return (POLICIES.equals(name) || FrozenKeys.isFrozen(name)) ? null : CorsPolicyDefinition.BASE;
	}

}
