package io.github.corsstarter.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VaryHeader}.
 */
class VaryHeaderTests {

	@Test
	void everythingIsMissingWithoutAnyLine() {
		assertThat(VaryHeader.missing(List.of("Origin", "Accept"), List.of())).isEqualTo("Origin, Accept");
		assertThat(VaryHeader.missing(List.of(), List.of())).isNull();
	}

	@Test
	void onlyWhatIsMissingIsAdded() {
		assertThat(VaryHeader.missing(List.of("Origin", "Accept"), List.of("Cookie, origin"))).isEqualTo("Accept");
		assertThat(VaryHeader.missing(List.of("Origin"), List.of("Cookie", "ORIGIN"))).isNull();
		assertThat(VaryHeader.missing(List.of("Origin", "origin"), List.of("Cookie"))).isEqualTo("Origin");
	}

	@Test
	void partOfATokenIsNotTheToken() {
		assertThat(VaryHeader.missing(List.of("Origin"), List.of("X-Origin, Origins"))).isEqualTo("Origin");
	}

	@Test
	void mergedLinesHaveEachTokenOnce() {
		assertThat(VaryHeader.merged(List.of("Origin"), List.of("Accept, origin", "Origin,Cookie , ,accept")))
			.isEqualTo("Accept, origin, Cookie");
		assertThat(VaryHeader.merged(List.of("Origin"), List.of())).isEqualTo("Origin");
		assertThat(VaryHeader.merged(List.of("Origin"), List.of("Accept"))).isEqualTo("Accept, Origin");
	}

}
