package io.github.corsstarter.config;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesReader} with severities and waivers.
 */
class CorsPropertiesOfValidationTests {

	@Test
	void unquotedOffArrivesAsFalse() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.validation.rules.localhost-origin: off"));
		assertThat(input.severities()).containsExactly(Map.entry("localhost-origin",
				ConfiguredValue.of("false", "cors.validation.rules.localhost-origin", TestEnvironment.file(1, 41))));
	}

	@Test
	void spellingOfRuleIsKept() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.validation.rules.nullOrigin: warn"));
		assertThat(input.severities()).containsOnlyKeys("nullOrigin");
	}

	@Test
	void waiversAreReadWithUnknownKeys() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors:
				  validation:
				    waivers:
				      - rule: null-origin
				        value: "null"
				        policy: mobile
				        reason: Sandboxed frames
				        expires: 2027-06-30
				      - rul: localhost-origin
				"""));
		assertThat(input.problems()).isEmpty();
		assertThat(input.waivers()).hasSize(2);
		WaiverDefinition first = input.waivers().get(0);
		assertThat(first.property()).isEqualTo("cors.validation.waivers[0]");
		assertThat(first.location()).hasToString("file [application.yml] - 4:15");
		assertThat(List.of(first.rule(), first.value(), first.policy(), first.reason(), first.expires()))
			.extracting(ConfiguredValue::text)
			.containsExactly("null-origin", "null", "mobile", "Sandboxed frames", "2027-06-30");
		assertThat(first.unknownKeys()).isEmpty();
		WaiverDefinition second = input.waivers().get(1);
		assertThat(second.rule()).isNull();
		assertThat(second.unknownKeys())
			.containsExactly(ConfiguredValue.of("rul", "cors.validation.waivers[1].rul", TestEnvironment.file(9, 14)));
	}

	@Test
	void otherSourceReplacesWaiversAsAWhole() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors.validation.waivers:
				  - rule: null-origin
				  - rule: localhost-origin
				""").arguments(Map.of("cors.validation.waivers[0].rule", "wildcard-origin")));
		assertThat(input.waivers()).hasSize(1);
	}

	@Test
	void gapInWaiversIsFound() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().arguments(Map.of("cors.validation.waivers[0].rule", "null-origin",
					"cors.validation.waivers[2].rule", "localhost-origin")));
		assertThat(input.waivers()).hasSize(2);
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
			assertThat(problem.property()).isEqualTo("cors.validation.waivers[2].rule");
			assertThat(problem.policy()).isNull();
		});
	}

	@Test
	void textInPlaceOfWaiversIsFound() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("cors.validation.waivers: null-origin"));
		assertThat(input.waivers()).isEmpty();
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
			assertThat(problem.property()).isEqualTo("cors.validation.waivers");
			assertThat(problem.value()).isEqualTo("null-origin");
			assertThat(problem.remedy()).contains("cors.validation.waivers[0].rule");
		});
	}

	@Test
	void placeholderOfWaiverThatRefersToItselfStaysText() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().arguments(Map.of("cors.validation.waivers[0].reason", "${me}", "me", "${me}")));
		assertThat(input.waivers().get(0).reason()).isNotNull();
		assertThat(input.waivers().get(0).reason().text()).isEqualTo("${me}");
	}

	@Test
	void blankRemovesWaivers() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.validation.waivers: [{rule: null-origin}]")
				.arguments(Map.of("cors.validation.waivers", "")));
		assertThat(input.waivers()).isEmpty();
	}

}
