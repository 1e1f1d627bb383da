package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OriginEntry}.
 */
class OriginEntryTests {

	@ParameterizedTest
	@CsvSource({ "EXACT, HTTPS://A.example/, https://a.example, https://a.example", "EXACT, NULL, null, null",
			"PATTERN, https://*.A.example:443, https://*.a.example, https://b.a.example",
			"REGEX, ' https://a\\d\\.example', https://a\\d\\.example, https://a1.example" })
	void entryOfAnyKindHasANormalizedText(EntryKind kind, String text, String normalized, String accepted) {
		OriginEntry entry = new OriginEntryParser().parse(kind, text);
		assertThat(entry).hasToString(normalized).isEqualTo(new OriginEntryParser().parse(kind, normalized));
		assertThat(entry.matches(accepted)).isTrue();
		assertThat(entry.matches("https://other.example")).isFalse();
		assertThat(entry.matches("null")).isEqualTo(normalized.equals("null"));
	}

	@ParameterizedTest
	@EnumSource(names = { "EXACT", "PATTERN" })
	void plainWildcardIsAnyOriginButNull(EntryKind kind) {
		OriginEntry entry = new OriginEntryParser().parse(kind, "*");
		assertThat(entry).isEqualTo(AnyOrigin.INSTANCE).hasToString("*");
		assertThat(entry.matches("https://a.example")).isTrue();
		assertThat(entry.matches("capacitor://localhost")).isTrue();
		assertThat(entry.matches("null")).isFalse();
		assertThat(entry.matches("https://a.example/")).isFalse();
	}

	@Test
	void plainWildcardIsNoRegex() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().parse(EntryKind.REGEX, "*"));
	}

}
