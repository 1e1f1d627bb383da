package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds the examples of the documentation against the program: each one in the page of
 * the rules shows what the rule reports.
 */
class DocumentedExamplesTests {

	private static final Pattern EXAMPLE = Pattern
		.compile("### (\\S+)\n(?:(?!###|```).*\n)*```(yaml|properties)\n([^`]+)```");

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void exampleBreaksItsRule(String rule, String language, String text) {
		TestEnvironment environment = new TestEnvironment().profiles("prod");
		ValidationReport report = new PolicyValidator(new PathPatternSyntax()).validate(new CorsPropertiesReader(
				"yaml".equals(language) ? environment.yaml(text) : environment.properties(text))
			.read()
			.input());
		assertThat(report.violations()).extracting((violation) -> violation.rule().id()).contains(rule);
	}

	/**
	 * What is shown as text loses a policy, and is half of a file.
	 */
	@Test
	void halfOfAFileIsNoYaml() {
		List<Example> texts = new Page("docs/rules.md").examples("text");
		assertThat(texts).hasSize(2);
		assertThat(texts.get(0).text()).startsWith("cors.policies.partner.enabled: false ");
		assertThatExceptionOfType(YAMLException.class).isThrownBy(() -> new Yaml().load(texts.get(1).text()));
	}

	static Stream<Arguments> exampleBreaksItsRule() throws IOException {
		Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "rules.md")));
		return examples.results().map((example) -> Arguments.of(example.group(1), example.group(2), example.group(3)));
	}

}
