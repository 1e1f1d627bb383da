package io.github.corsstarter.config;

import java.util.List;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reader makes of a configuration, for tests of it.
 */
final class ReadProperties {

	private ReadProperties() {
	}

	static ValidationInput read(Environment environment) {
		return new CorsPropertiesReader(environment).read().input();
	}

	static CorsPolicyDefinition base(TestEnvironment environment) {
		return read(environment).policies().base();
	}

	static CorsPolicyDefinition policy(ValidationInput input, String name) {
		return input.policies()
			.named()
			.stream()
			.filter((policy) -> policy.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	static List<String> texts(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.texts();
	}

	static List<String> properties(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.values().stream().map(ConfiguredValue::property).toList();
	}

	static List<String> locations(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.values().stream().map((value) -> String.valueOf(value.location())).toList();
	}

}
