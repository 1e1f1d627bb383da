package io.github.corsstarter.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathPatternSyntax}.
 */
class PathPatternSyntaxTests {

	private final PathPatternSyntax syntax = new PathPatternSyntax();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/**", "/admin/**", "/admin", "/files/{*path}", "/{a}/{b:[a-z]+}", "/*.html", "/a*" })
	void patternThatCanBeParsedHasNoProblem(String pattern) {
		assertThat(this.syntax.problem(pattern)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/**/admin", "/a/**/b", "/a/**b", "/{*path}/b", "/{a", "/a}", "/{a}/{a}", "/{a:[}" })
	void patternThatCannotBeParsedHasOne(String pattern) {
		assertThat(this.syntax.problem(pattern)).isNotNull().endsWith(".");
	}

	@Test
	void problemNamesThePosition() {
		assertThat(this.syntax.problem("/a}")).contains("character 3");
	}

}
