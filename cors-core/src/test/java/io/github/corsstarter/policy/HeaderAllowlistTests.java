package io.github.corsstarter.policy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderAllowlist}.
 */
class HeaderAllowlistTests {

	private final HeaderAllowlist any = allowlist("*");

	private final HeaderAllowlist some = allowlist("Authorization", "X-Trace");

	@Test
	void answersRequestedNamesOnceEachAsSent() {
		HeaderAllowlist.Verdict verdict = this.some.check(List.of("x-trace,authorization", "X-TRACE"));
		assertThat(verdict.refused()).isNull();
		assertThat(verdict.answer()).isEqualTo("x-trace, authorization");
	}

	@Test
	void refusesFirstNameThatIsNotAllowed() {
		assertThat(this.some.check(List.of("x-trace, x-other, x-third")).refused()).isEqualTo("x-other");
	}

	@Test
	void emptyElementsAreIgnored() {
		assertThat(this.some.check(List.of(" ,, x-trace\t,")).answer()).isEqualTo("x-trace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "," })
	void namesNothing(String line) {
		assertThat(this.some.check(List.of(line))).isEqualTo(HeaderAllowlist.Verdict.NOTHING_REQUESTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "x y", "x:y", "x\u00e9", "x\"", "x\u0000" })
	void anyDoesNotAllowWhatIsNoHeaderName(String name) {
		assertThat(this.any.check(List.of(name)).refused()).isEqualTo(name);
	}

	@Test
	void allowsAtMost128NamesDuplicatesCounted() {
		assertThat(this.any.check(Collections.nCopies(128, "x")).answer()).isEqualTo("x");
		assertThat(this.any.check(Collections.nCopies(129, "x")).refused()).isNotNull();
	}

	@Test
	void allowsAtMost4096Bytes() {
		assertThat(this.any.check(List.of("x".repeat(2048), "y".repeat(2048))).refused()).isNull();
		assertThat(this.any.check(List.of("x".repeat(2048), "y".repeat(2049))).refused()).isNotNull();
	}

	private static HeaderAllowlist allowlist(String... names) {
		return HeaderAllowlist.of(ConfiguredList.of("cors.allowed-headers", List.of(names)));
	}

}
