package io.github.corsstarter.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documentation explains every rule, in the order of {@link RuleId}.
 */
class RulesDocumentationTests {

	@Test
	void everyRuleHasItsSection() throws IOException {
		List<String> sections = Files.readAllLines(Path.of("../docs/rules.md"))
			.stream()
			.filter((line) -> line.startsWith("### "))
			.map((line) -> line.substring(4))
			.toList();
		assertThat(sections).containsExactlyElementsOf(Arrays.stream(RuleId.values()).map(RuleId::id).toList());
	}

}
