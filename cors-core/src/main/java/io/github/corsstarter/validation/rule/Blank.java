package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;

/**
 * A list without elements as a value, so that it can be reported and waived.
 */
final class Blank {

	private static final String TEXT = "[]";

	private Blank() {
	}

	static ConfiguredValue<String> value(ConfiguredList list) {
		return ConfiguredValue.of(TEXT, list.place(), list.location());
	}

}
