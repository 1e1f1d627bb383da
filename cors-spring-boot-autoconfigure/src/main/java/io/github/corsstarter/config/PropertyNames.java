package io.github.corsstarter.config;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Names of properties as people write them.
 */
final class PropertyNames {

	private PropertyNames() {
	}

	/**
	 * Writes a name with the capitals of its elements, which the name itself does not
	 * show.
	 * @param name the name
	 * @return the name as text
	 */
	static String asWritten(ConfigurationPropertyName name) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			String element = name.getElement(i, Form.ORIGINAL);
			if (name.chop(i + 1).isLastElementIndexed()) {
				text.append('[').append(element).append(']');
			}
			else {
				text.append((i > 0) ? "." : "").append(element);
			}
		}
		return text.toString();
	}

}
