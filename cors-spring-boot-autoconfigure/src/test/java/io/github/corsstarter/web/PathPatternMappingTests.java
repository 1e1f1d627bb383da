package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PathMapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathPatternMapping}.
 */
class PathPatternMappingTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	private static final List<String> PATTERN_PARTS = List.of("/", "/a", "/b", "/ab", "/a b", "/{}", "/*", "/a*",
			"/{:[ab]+}", "/A", "/%61", "/a;b", "/a.b", "//a");

	private static final List<String> PATTERN_ENDS = List.of("", "", "/", "/**", "/**", "/{*rest}");

	private static final List<String> PATH_PARTS = List.of("/", "/a", "/b", "/ab", "/a%20b", "/%61", "/a;v=1", "/;",
			"/A", "/c", "/a.b", "/%2F", "/%", "/%zz", "//a", "/..", "/%e2%82");

	@ParameterizedTest
	@CsvSource({ "/admin,/admin/**", "/admin/,/admin/**", "/admin/x/y,/admin/**", "/adminx,/**", "/,/**",
			"/admin/users,/admin/users", "/admin/users/,/admin/**", "/admin/7/edit,/admin/{id}/edit",
			"/files/a/b,/files/{*path}", "/%61dmin/x,/admin/**", "/admin;v=1/x,/admin/**", "/Admin/x,/**" })
	void mostSpecificPatternWins(String path, String pattern) {
		List<String> patterns = List.of("/**", "/admin/**", "/admin/users", "/admin/{id}/edit", "/files/{*path}");
		List<String> reversed = new ArrayList<>(patterns);
		Collections.reverse(reversed);
		assertThat(find(mapping(patterns), path)).isEqualTo(pattern);
		assertThat(find(mapping(reversed), path)).isEqualTo(pattern);
	}

	@Test
	void equallySpecificPatternsAreTriedInAlphabeticalOrder() {
		assertThat(find(mapping(List.of("/{b}/x", "/{a}/x")), "/1/x")).isEqualTo("/{a}/x");
		assertThat(find(mapping(List.of("/*/b", "/a/*")), "/a/b")).isEqualTo("/*/b");
	}

	@Test
	void policiesStandInMatchOrder() {
		CorsPolicy wide = TestPolicies.compile(TestPolicies.policy("wide", "/**"));
		CorsPolicy narrow = TestPolicies.compile(TestPolicies.policy("narrow", "/a/b", "/z/**"));
		CorsPolicy middle = TestPolicies.compile(TestPolicies.policy("middle", "/a/**"));
		PathPatternMapping mapping = PathPatternMapping.of(List.of(wide, middle, narrow), List.of());
		assertThat(mapping.matches()).extracting(PathMapping.Match::pattern)
			.containsExactly("/a/b", "/a/**", "/z/**", "/**");
		assertThat(new CorsPolicies(mapping).policies()).containsExactly(narrow, middle, wide);
	}

	@Test
	void pathWithoutAnyPatternIsNotGoverned() {
		assertThat(find(mapping(List.of("/a/**", "/b/{x}")), "/c")).isNull();
		assertThat(find(mapping(List.of("/a/**", "/b/{x}")), "/%63")).isNull();
		assertThat(find(mapping(List.of()), "/")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/", "/actuator/health", "/%61ctuator/health", "/actuator;v=1/x" })
	void reservedPathIsGovernedByNoOtherPattern(String path) {
		List<String> reserved = List.of("/actuator/", "/graphql");
		assertThat(find(mapping(List.of("/**", "/{*all}", "/*/health", "/act*/**"), reserved), path)).isNull();
		assertThat(find(mapping(List.of("/**", "/actuator/**"), reserved), path)).isEqualTo("/actuator/**");
		assertThat(find(mapping(List.of("/**", "/actuatorx/**"), reserved), path)).isNull();
	}

	@Test
	void reservedPathDoesNotReachBeyondItself() {
		List<String> reserved = List.of("/actuator", "/actuator/cors", "/", " ");
		PathPatternMapping mapping = mapping(List.of("/**", "/actuator/**"), reserved);
		assertThat(find(mapping, "/actuatorx")).isEqualTo("/**");
		assertThat(find(mapping, "/x")).isEqualTo("/**");
		assertThat(find(mapping, "/actuator/health")).isEqualTo("/actuator/**");
		assertThat(find(mapping, "/actuator/cors/x")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%", "/%zz", "/a%2", "/%f0%28", "/;;;", "/\u0000" })
	void noPathMakesItFail(String path) {
		assertThat(find(mapping(List.of("/**", "/{a}/x")), path)).isEqualTo("/**");
	}

	@Test
	void findsWhatTheParserFinds() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int round = 0; round < ROUNDS; round++) {
			List<String> patterns = randomTexts(random, 1 + random.nextInt(5), (length) -> pattern(random, length));
			PathPatternMapping mapping = mapping(patterns);
			for (String path : randomTexts(random, 5, (length) -> path(random, length))) {
				assertThat(find(mapping, path)).as("seed %d, patterns %s, path %s", seed, patterns, path)
					.isEqualTo(reference(patterns, path));
			}
		}
	}

	private static List<String> randomTexts(Random random, int count, IntFunction<String> text) {
		return IntStream.range(0, count).mapToObj((i) -> text.apply(random.nextInt(4))).distinct().toList();
	}

	private static String pattern(Random random, int length) {
		String pattern = IntStream.range(0, length)
			.mapToObj((i) -> PATTERN_PARTS.get(random.nextInt(PATTERN_PARTS.size())).replace("{", "{v" + i))
			.collect(Collectors.joining());
		String end = PATTERN_ENDS.get(random.nextInt(PATTERN_ENDS.size()));
		return (pattern + end).isEmpty() ? "/" : pattern + end;
	}

	private static String path(Random random, int length) {
		String path = IntStream.range(0, length)
			.mapToObj((i) -> PATH_PARTS.get(random.nextInt(PATH_PARTS.size())))
			.collect(Collectors.joining());
		return path.isEmpty() ? "/" : path;
	}

	private static @Nullable String reference(List<String> patterns, String path) {
		boolean encodesNothing = path.contains("%zz") || path.matches(".*%($|/.*)");
		PathContainer container = PathContainer.parsePath(encodesNothing ? path.replace("%", "%25") : path);
		return patterns.stream()
			.map(PathPatternParser.defaultInstance::parse)
			.sorted(PathPattern.SPECIFICITY_COMPARATOR
				.thenComparing(Comparator.comparing(PathPattern::getPatternString)))
			.filter((pattern) -> pattern.matches(container))
			.findFirst()
			.map(PathPattern::getPatternString)
			.orElse(null);
	}

	private static PathPatternMapping mapping(List<String> patterns, List<String> reserved) {
		return PathPatternMapping.of(
				patterns.stream().map((pattern) -> TestPolicies.compile(TestPolicies.policy("p", pattern))).toList(),
				reserved);
	}

	private static PathPatternMapping mapping(List<String> patterns) {
		return mapping(patterns, List.of());
	}

	private static @Nullable String find(PathPatternMapping mapping, String path) {
		PathMapping.Match match = mapping.find(path);
		return (match != null) ? match.pattern() : null;
	}

}
