package io.github.corsstarter.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.comparison.AcceptedOrigins.Example;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AcceptedOrigins}.
 */
class AcceptedOriginsTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "http://example.com:8080", "https://a.b.example.com",
			"https://xn--bcher-kva.example.org", "https://10.1.2.3:8443" })
	void exactOriginOfAHostBelongsToIt(String origin) {
		assertThat(
				outside((policy) -> policy.origins = List.of(origin), "Example.com", "bücher.example.org", "10.1.2.3"))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "capacitor://localhost", "app://example.com", "https://example.com.evil.org",
			"https://badexample.com", "https://1.10.1.2" })
	void exactOriginOfAnotherHostOrSchemeDoesNot(String origin) {
		assertThat(outside((policy) -> policy.origins = List.of(origin), "example.com", "10.1.2.3"))
			.isEqualTo(new Example(origin, origin));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.example.com", "https://*.example.com:[*]", "http://a-*.example.com:[80,81]" })
	void patternBelowAHostBelongsToIt(String pattern) {
		assertThat(outside((policy) -> policy.originPatterns = List.of(pattern), "example.com")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "https://*.example.org, https://x.example.org", "https://app-*.com, https://app-x.com" })
	void patternElsewhereIsShownByAnOrigin(String pattern, String origin) {
		assertThat(outside((policy) -> policy.originPatterns = List.of(pattern), "example.com"))
			.isEqualTo(new Example(pattern, origin));
	}

	@Test
	void applicationSchemeOfAPatternIsOutside() {
		assertThat(outside((policy) -> policy.originPatterns = List.of("app://*.example.com"), "example.com"))
			.isNotNull();
	}

	@Test
	void expressionIsProven() {
		assertThat(
				outside((policy) -> policy.originRegexes = List.of("https://pr-\\d+\\.example\\.com"), "example.com"))
			.isNull();
		assertThat(outside((policy) -> policy.originRegexes = List.of("https://.*example\\.com"), "example.com"))
			.isEqualTo(new Example("https://.*example\\.com", "https://xexample.com"));
	}

	@Test
	void plainAsteriskIsOutside() {
		assertThat(outside((policy) -> policy.origins = List.of("*"), "example.com"))
			.isEqualTo(new Example("*", "https://another-site.example"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "*.example.com", "example.com/x", "example.com:8080", "" })
	void whatIsNoHostIsRefused(String host) {
		assertThatIllegalArgumentException().isThrownBy(() -> outside((policy) -> {
		}, host));
	}

	@Test
	void loopback() {
		assertThat(loopback((policy) -> policy.origins = List.of("https://example.com", "http://127.0.0.1:3000")))
			.isEqualTo(new Example("http://127.0.0.1:3000", "http://127.0.0.1:3000"));
		assertThat(loopback((policy) -> policy.originPatterns = List.of("http://localhost:[*]")))
			.isEqualTo(new Example("http://localhost:[*]", "http://localhost"));
		assertThat(loopback((policy) -> policy.originRegexes = List.of("http://[a-z]+:3000"))).isNotNull();
		assertThat(loopback((policy) -> policy.originPatterns = List.of("*"))).isNotNull();
		assertThat(loopback((policy) -> policy.originPatterns = List.of("https://*.example.com"))).isNull();
		assertThat(loopback((policy) -> policy.origins = List.of("null", "capacitor://localhost"))).isNull();
	}

	private static @Nullable Example outside(Consumer<Snapshots.Policy> changes, String... hosts) {
		return origins(changes).outside(Arrays.asList(hosts));
	}

	private static @Nullable Example loopback(Consumer<Snapshots.Policy> changes) {
		return origins(changes).loopback();
	}

	private static AcceptedOrigins origins(Consumer<Snapshots.Policy> changes) {
		return AcceptedOrigins.of(Snapshots.policy("base", (policy) -> {
			policy.origins = List.of();
			changes.accept(policy);
		}));
	}

}
