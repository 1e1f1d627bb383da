package io.github.corsstarter.validation.rule;

import java.util.stream.IntStream;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code redundant-origin}.
 */
class RedundantOriginRuleTests {

	private static final RuleId RULE = RuleId.REDUNDANT_ORIGIN;

	@Test
	void warnsOfDuplicateAfterNormalisation() {
		Validation validation = Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example", "https://A.example:443/"));
		assertThat(validation.found()).containsExactly("redundant-origin warn cors.allowed-origins[1]");
		assertThat(validation.violation(RULE).message())
			.startsWith("cors.allowed-origins[0] = https://a.example already accepts");
	}

	@Test
	void findsDuplicateAmongManyOrigins() {
		int many = 20_000;
		String[] origins = IntStream.rangeClosed(0, many)
			.mapToObj((number) -> "https://a-" + number % many + ".example")
			.toArray(String[]::new);
		assertThat(Validation.development().base((base) -> base.allowedOrigins(origins)).found())
			.containsExactly("redundant-origin warn cors.allowed-origins[" + many + "]");
	}

	@Test
	void findsWhatIsCoveredAmongManyPatterns() {
		int many = 5_000;
		String[] patterns = IntStream.range(0, many)
			.mapToObj((number) -> "https://*.customer" + number + ".com")
			.toArray(String[]::new);
		patterns[many - 1] = "https://app-*.eu.customer7.com";
		String[] origins = IntStream.range(0, many)
			.mapToObj((number) -> "https://a-" + number + ".example")
			.toArray(String[]::new);
		origins[many - 1] = "https://a.customer8.com";
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins(origins).allowedOriginPatterns(patterns))
			.found()).containsExactly("redundant-origin warn cors.allowed-origins[" + (many - 1) + "]",
					"redundant-origin warn cors.allowed-origin-patterns[" + (many - 1) + "]");
	}

	@Test
	void findsSingleOriginInWhateverSpelling() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example", "https://b.example")
				.allowedOriginPatterns("https://c.example")
				.allowedOriginRegexes("https://a\\.example", "https://[c]\\.example"))
			.found()).containsExactly("redundant-origin warn cors.allowed-origin-regexes[0]",
					"redundant-origin warn cors.allowed-origin-regexes[1]");
	}

	@Test
	void warnsOfOriginThatAPatternCovers() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example.com", "https://example.com")
				.allowedOriginPatterns("https://*.example.com"))
			.found()).containsExactly("redundant-origin warn cors.allowed-origins[0]");
	}

	@Test
	void warnsOfPatternThatAnExpressionCovers() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("https://*.a.example.com")
				.allowedOriginRegexes("https://.*\\.example\\.com"))
			.found()).containsExactly("redundant-origin warn cors.allowed-origin-patterns[0]");
	}

	@Test
	void warnsOfWhatPlainWildcardCovers() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("https://a.example", "*")).found(RULE))
			.containsExactly("redundant-origin warn cors.allowed-origins[0]");
	}

	@Test
	void needsNullBesidePlainWildcardWithCredentials() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("*", "null")).found(RULE))
			.containsExactly("redundant-origin warn cors.allowed-origins[1]");
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("*", "null").allowCredentials(true))
			.found(RULE)).isEmpty();
	}

	@Test
	void comparesEntriesOfOnePolicyOnly() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example"))
			.policy("api", (api) -> api.paths("/api").allowedOrigins("https://a.example"))
			.found()).isEmpty();
	}

	@Test
	void leavesEntriesThatAcceptNothingToAnotherRule() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example", "ws://a.example")
				.allowedOriginRegexes("https://A\\.example"))
			.found(RULE)).isEmpty();
	}

}
