package io.github.corsstarter.validation.rule;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Nearness}.
 */
class NearnessTests {

	@ParameterizedTest
	@CsvSource({ "allowed-origins, allowedOrigins, 0", "allowed_origins, allowed-origins, 0", "orgins, origins, 1",
			"oirgins, origins, 1", "policy, policies, 1", "path, paths, 1", "regex, regexes, 1", "orgns, origins, 2",
			"alow-orgins, allowed-origins, 2147483647", "pat, enabled, 2147483647", "foo, paths, 2147483647" })
	void countsEditsOfUniformForms(String word, String known, int distance) {
		assertThat(Nearness.distance(word, known)).isEqualTo(distance);
	}

	@Test
	void nearestIsTheOneWithTheFewestEdits() {
		assertThat(Nearness.nearest("allowed-origin", List.of("allowed-origin-xy", "allowed-origins", "unrelated")))
			.isEqualTo("allowed-origins");
		assertThat(Nearness.nearest("unrelated", List.of("paths"))).isNull();
	}

}
