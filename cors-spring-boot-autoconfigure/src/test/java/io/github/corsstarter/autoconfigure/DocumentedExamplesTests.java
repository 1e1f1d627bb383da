package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

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

	static Stream<Arguments> exampleBreaksItsRule() throws IOException {
		Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "rules.md")));
		return examples.results().map((example) -> Arguments.of(example.group(1), example.group(2), example.group(3)));
	}

}
