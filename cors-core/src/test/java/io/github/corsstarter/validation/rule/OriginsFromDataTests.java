package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.corsstarter.origin.data.JudgedOrigin;
import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An origin from data breaks the rules that it would break if it were configured.
 */
class OriginsFromDataTests {

	private static final List<String> ENTRIES = List.of("https://app.example.com", "https://app.example.com:8443",
			"http://app.example.com", "https://*.example.com", "https://*.example.com:[8080,8443]",
			"http://*.example.com", "*", "null", "NULL", "app.example.com", "https://app.example.com/path",
			"https://app example.com", "https://*.github.io", "https://shop.github.io", "https://*.co.uk",
			"https://*.com", "https://*.nip.io", "https://*.10.0.0.1.nip.io", "https://10.0.0.1.nip.io",
			"https://*.vercel.app", "https://localhost:3000", "http://localhost", "http://127.0.0.1", "http://[::1]",
			"https://*.localhost", "https://lvh.me", "http://*.lvh.me", "https://192.168.0.1", "http://10.1.2.3",
			"https://[fd00::1]", "https://intranet", "http://printer.local", "https://*.corp", "https://nas.home.arpa",
			"ws://app.example.com", "file:///", "capacitor://localhost", "app://shop",
			"chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh", "https://xn--a.example.com",
			"https://*.xn--a.example.com", "wss://*.example.com", "https://*.xn--p1ai", "https://app.example.com.",
			"https://8.8.8.8", "http://8.8.8.8");

	/** Configuration may have other wildcards, and any origin outside of production. */
	private static final Set<String> MORE_THAN_DATA_MAY_NAME = Set.of("invalid-pattern", "wildcard-origin");

	@ParameterizedTest
	@MethodSource("questions")
	void rulesAreThoseOfConfiguredEntries(String entry, boolean production, boolean credentials) {
		JudgedOrigin judged = new OriginJudge(production, credentials).judge(entry);
		List<String> found = found(entry, production, credentials);
		if (judged.rule() != null && !MORE_THAN_DATA_MAY_NAME.contains(judged.rule())) {
			assertThat(found).extracting(OriginsFromDataTests::rule).contains(judged.rule());
		}
		if (found.stream().anyMatch((violation) -> !violation.contains(" info "))) {
			assertThat(judged.rule()).isIn(found.stream().map(OriginsFromDataTests::rule).toList());
		}
	}

	private static Stream<Arguments> questions() {
		return ENTRIES.stream()
			.flatMap((entry) -> Stream.of(true, false)
				.flatMap((production) -> Stream.of(true, false)
					.map((credentials) -> Arguments.of(entry, production, credentials))));
	}

	private static List<String> found(String entry, boolean production, boolean credentials) {
		Validation validation = production ? Validation.production() : Validation.development();
		return validation.base(allowing(entry, credentials)).found();
	}

	private static String rule(String violation) {
		return violation.substring(0, violation.indexOf(' '));
	}

	private static UnaryOperator<CorsPolicyDefinition.Builder> allowing(String entry, boolean credentials) {
		return (base) -> ((entry.length() > 1 && (entry.contains("*") || entry.contains(":[8")))
				? base.allowedOriginPatterns(entry) : base.allowedOrigins(entry))
			.allowCredentials(credentials);
	}

}
