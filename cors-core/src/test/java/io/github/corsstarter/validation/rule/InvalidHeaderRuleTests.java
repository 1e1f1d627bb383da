package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-header}.
 */
class InvalidHeaderRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "X-*", "X Trace", "X-Trace:", "X-Tracé" })
	void refusesWhatIsNoHeaderName(String header) {
		assertThat(Validation.development()
			.base((base) -> base.allowedHeaders("X-Ok", header).exposedHeaders(header))
			.found()).containsExactly("invalid-header error cors.allowed-headers[1]",
					"invalid-header error cors.exposed-headers[0]");
	}

	@Test
	void correctsHeaderWithValue() {
		assertThat(Validation.development()
			.base((base) -> base.allowedHeaders("X-Trace: 1"))
			.violation(RuleId.INVALID_HEADER)
			.remedy()).isEqualTo("Write X-Trace in cors.allowed-headers.");
	}

	@Test
	void acceptsTokensAndPlainWildcard() {
		assertThat(
				Validation.development().base((base) -> base.allowedHeaders("*").exposedHeaders("*", "ETag")).found())
			.isEmpty();
	}

}
