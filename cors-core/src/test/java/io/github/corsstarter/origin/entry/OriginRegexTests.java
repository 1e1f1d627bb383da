package io.github.corsstarter.origin.entry;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.SyntaxFaults;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of {@link OriginRegex}.
 */
class OriginRegexTests {

	private static final long SEED = 20_261_121L;

	/** A regular expression, and an origin that it matches. */
	private static final String MATCHES = """
			https://app\\.example\\.com            https://app.example.com
			^https://app\\.example\\.com$          https://app.example.com
			^https://a$|^https://b$                https://b
			https:\\/\\/app\\.example\\.com        https://app.example.com
			https?://.*                            http://x:8080
			https://(?:.*\\.)?example\\.com        https://example.com
			https://(|www\\.)example\\.com         https://www.example.com
			https://(www\\.|)example\\.com         https://example.com
			https://a{2}b{1,}c{0,2}                https://aabbcc
			https://[a-c.]+                        https://a.b.c
			https://[^a-c]+                        https://x:81
			https://[\\w.-]+                       https://a-b.c_d
			https://[a\\-z]+                       https://a-z
			https://[-a]+                          https://a-a
			https://[a-]+                          https://a-a
			https://[+-.a]+                        https://a.a
			https://[\\d-a]+                       https://a-1
			https://\\D\\W\\d\\w                   https://a.1b
			https://[^\\D]a                        https://1a
			chrome-extension://[a-p]{4}            chrome-extension://abcd
			app://Host                             app://Host
			https://\\[::1\\]                      https://[::1]
			https.//a                              https://a
			https\\W{3}a                           https://a
			""";

	/** What is refused, where, and what to write instead. */
	private static final String REFUSALS = """
			a.*?b                    3  a.*b
			a+?b                     2  a+b
			a??b                     2  a?b
			a{1,2}?b                 6  a{1,2}b
			a*+b                     2  a*b
			a**                      2  -
			a?{2}                    2  -
			*a                       0  .*a
			a|*                      2  a|.*
			(+a)                     1  -
			(?=a)b                   0  -
			(?!a)b                   0  -
			(?<=a)b                  0  -
			(?<!a)b                  0  -
			(?i)a                    0  a
			(?i:a)b                  0  (?:a)b
			(?-s:a)                  0  (?:a)
			(?>a)b                   0  (?:a)b
			(?<name>a)               0  (a)
			(?P<name>a)              0  (a)
			(?'name'a)               0  (a)
			(?#a)b                   0  -
			(a)\\1                   3  -
			\\k<a>                   0  -
			\\sa                     0  -
			a\\b                     1  a
			\\Aa\\z                  0  a
			\\p{L}                   0  -
			\\Qa\\E                  0  -
			\\x61                    0  -
			\\u0061                  0  -
			\\-\\i                   2  \\-i
			[[:alpha:]]              1  [a-z]
			[[:alnum:]-]             1  [a-z0-9-]
			[[:punct:]]              1  -
			[a[b]]                   2  -
			[a&&b]                   2  -
			[z-a]                    1  -
			[a-\\d]                  1  -
			[]a]                     0  -
			[^]                      0  -
			[a                       0  -
			[a-                      0  -
			a]                       1  -
			a}                       1  -
			{2}                      0  -
			a{                       1  -
			a{,2}                    1  -
			a{2,1}                   1  -
			a{1,2,3}                 1  -
			a{100000}                2  -
			(a                       0  -
			(?:a                     0  -
			a)                       1  -
			a\\                      1  -
			^^a                      1  ^a
			a$b                      1  ab
			a$$                      1  a$
			(^a$)                    1  (a)
			^*                       1  ^.*
			/^a$/                    0  ^a$
			/a/i                     0  a
			#a#                      0  a
			r'a'                     0  a
			a${b}c                   1  -
			""";

	static Stream<Arguments> matches() {
		return rows(MATCHES);
	}

	static Stream<Arguments> refusals() {
		return rows(REFUSALS);
	}

	private static Stream<Arguments> rows(String table) {
		return table.lines().map((line) -> Arguments.of((Object[]) line.split(" +")));
	}

	@ParameterizedTest
	@MethodSource("matches")
	void wholeOriginIsMatched(String regex, String origin) {
		assertThat(new OriginEntryParser().regex(regex).matches(origin)).isTrue();
		assertThat(new OriginEntryParser().regex(regex).matches(origin + "/")).isFalse();
		assertThat(new OriginEntryParser().regex(regex).matches("https://evil/" + origin)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "NULL", "https://", "https://a/", "https://A", "https://a:443", "https://a b",
			"https://\u00FC", "a", "https://1", "https://a..b" })
	void onlyWellFormedOriginsAreOffered(String value) {
		assertThat(new OriginEntryParser().regex("(?:.|\\n)*".replace("\\n", "\n")).matches(value)).isFalse();
		assertThat(new OriginEntryParser().regex(".*|null").matches(value)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whatIsOutsideTheSubsetIsRefused(String regex, int position, String suggestion) {
		OriginSyntaxException fault = catchThrowableOfType(OriginSyntaxException.class,
				() -> new OriginEntryParser().regex(regex));
		assertThat(fault).as(regex).isNotNull();
		assertThat(fault.input()).isEqualTo(regex);
		assertThat(fault.position()).isEqualTo(position);
		assertThat(corrected(regex)).isEqualTo(suggestion.equals("-") ? null : suggestion);
		assertThat(fault.getMessage()).matches("[A-Z\\\\].*[.]");
	}

	/**
	 * What is left is only proposed if it is confined, which parts of origins are not.
	 */
	private static @Nullable String corrected(String regex) {
		String candidate = regex;
		while (candidate != null) {
			try {
				RegexParser.parse(candidate);
				return candidate;
			}
			catch (OriginSyntaxException ex) {
				candidate = ex.suggestion();
			}
		}
		return null;
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://.*?", "(?i)https://.*", "https://.*?\\.github\\.io", "*", "a+?b" })
	void correctionThatAcceptsStrangersOrNobodyIsNotOffered(String regex) {
		OriginSyntaxException fault = catchThrowableOfType(OriginSyntaxException.class,
				() -> new OriginEntryParser().regex(regex));
		assertThat(SyntaxFaults.vetted(fault)).isNull();
	}

	@Test
	void refusalShowsWhere() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().regex("https://(?!evil).*\\.example\\.com"))
			.satisfies((ex) -> assertThat(ex.toDetailedString())
				.isEqualTo("Look-ahead is not supported; list the alternatives that are meant, as in (app|api).\n"
						+ "https://(?!evil).*\\.example\\.com\n" + "        ^"));
	}

	@Test
	void severalMistakesAreCorrectedAtOnce() {
		OriginSyntaxException fault = catchThrowableOfType(OriginSyntaxException.class,
				() -> new OriginEntryParser().regex("(?i)\\Ahttps://.*?\\.example\\.com\\z"));
		assertThat(SyntaxFaults.vetted(fault)).isEqualTo("https://.*\\.example\\.com");
	}

	@Test
	void correctionThatWouldBeRefusedIsNotOffered() {
		OriginSyntaxException fault = catchThrowableOfType(OriginSyntaxException.class,
				() -> new OriginEntryParser().regex("a.*?(?=b)"));
		assertThat(SyntaxFaults.vetted(fault)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void blankIsRefused(String text) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().regex(text))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(-1));
	}

	@Test
	void blanksAroundAreDropped() {
		assertThat(new OriginEntryParser().regex(" https://a\t")).hasToString("https://a")
			.isEqualTo(new OriginEntryParser().regex("https://a"));
	}

	@Test
	void equalityIsThatOfTheText() {
		assertThat(new OriginEntryParser().regex("https://a"))
			.hasSameHashCodeAs(new OriginEntryParser().regex("https://a"))
			.isNotEqualTo(new OriginEntryParser().regex("https://[a]"))
			.isNotEqualTo("https://a");
	}

	@Test
	void groupsAreNestedUpToALimit() {
		assertThat(new OriginEntryParser().regex("(".repeat(50) + "https://a" + ")".repeat(50)).matches("https://a"))
			.isTrue();
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().regex("(".repeat(100_001)))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(-1));
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().regex("(".repeat(50_000) + ")".repeat(50_000)))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(50));
	}

	@ParameterizedTest
	@ValueSource(strings = { "( a )", "(?: a )", "( a )?", "( a )*", "( a ){2}", "(a| b )", "( a ", "(a a )+" })
	void groupsNestedTooDeepAreRefused(String shape) {
		String[] parts = shape.split(" ", -1);
		for (int depth : new int[] { 51, 10_000, 100_000 }) {
			String regex = "https://" + parts[0].repeat(depth) + parts[1] + parts[2].repeat(depth);
			assertThatExceptionOfType(OriginSyntaxException.class).as("%s deep", depth)
				.isThrownBy(() -> new OriginEntryParser().regex(regex))
				.satisfies((ex) -> assertThat(ex.getMessage()).containsAnyOf("Groups are nested more than 50 deep.",
						"has more than 100000 characters."));
		}
	}

	@Test
	void anyNestingOfGroupsAndQuantifiersIsParsedOrRefused() {
		Random random = new Random(SEED);
		List<String> tokens = List.of("(", "(?:", ")", ")*", ")+", ")?", "){2,3}", "|", "a", ".", "[a-z]", "*", "{2}",
				"$");
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			double nesting = random.nextDouble();
			StringBuilder regex = new StringBuilder();
			for (int length = random.nextInt(200); length > 0; length--) {
				regex.append((random.nextDouble() < nesting) ? "(" : tokens.get(random.nextInt(tokens.size())));
			}
			try {
				assertThat(new OriginEntryParser().regex(regex.toString())).hasToString(regex.toString());
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex.getMessage()).as("seed %s, round %s: %s", SEED, round, regex).endsWith(".");
			}
		}
	}

}
