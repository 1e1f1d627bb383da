package io.github.corsstarter.web;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathShape}.
 */
class PathShapeTests {

	private static final long SEED = 20_261_121L;

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 5000);

	private static final int PATHS = 40;

	private static final List<String> PATTERN_PARTS = List.of("/a", "/b", "/ab", "/{x}", "/*", "/a*", "/*b", "/?",
			"/{x:[ab]+}", "/{x}b", "/{x:a|b{1}}");

	private static final List<String> PATTERN_ENDS = List.of("", "", "", "/", "/**", "/{*rest}");

	private static final List<String> PATH_PARTS = List.of("a", "b", "ab", "abb", "c", "a", "b", "");

	private final Random random = new Random(SEED);

	@ParameterizedTest
	@CsvSource({ "/**,/**", "/**,/users", "/**,/", "/api/**,/api", "/api/**,/api/users/{id}", "/api/**,/api/**",
			"/api/*,/api/{id}", "/api/{id},/api/users", "/api/{*rest},/api/a/b", "/api/{a}/b,/api/{b}/b",
			"/files/*.txt,/files/a.txt", "/users/**,/users/{id:\\d+}/x", "/users/{id:\\d+},/users/7", "/**,/{id:a/b}",
			"users,/users" })
	void contains(String pattern, String other) {
		assertThat(PathShape.of(pattern).contains(PathShape.of(other))).isTrue();
		assertThat(PathShape.of(pattern).isDisjoint(PathShape.of(other))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/api/**,/**", "/api/users,/api/{id}", "/api/*,/api/**", "/api/users/**,/api/*/**",
			"/users/{id:\\d+},/users/{id}", "/a*,/{x}", "/api/**,/api/**/x" })
	void meetsWithoutContaining(String pattern, String other) {
		assertThat(PathShape.of(pattern).contains(PathShape.of(other))).isFalse();
		assertThat(PathShape.of(pattern).isDisjoint(PathShape.of(other))).isFalse();
		assertThat(PathShape.of(other).isDisjoint(PathShape.of(pattern))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/api/**,/users", "/api,/api/users", "/api/*,/api", "/api/a*,/api/b", "/users/{id:\\d+},/users/me",
			"/api/**,/apis/**", "/users,/users/" })
	void isDisjoint(String pattern, String other) {
		assertThat(PathShape.of(pattern).isDisjoint(PathShape.of(other))).isTrue();
		assertThat(PathShape.of(other).isDisjoint(PathShape.of(pattern))).isTrue();
		assertThat(PathShape.of(pattern).contains(PathShape.of(other))).isFalse();
	}

	@Test
	void whatIsCertainAgreesWithTheMatching() {
		int contained = 0;
		int disjoint = 0;
		for (int round = 0; round < ROUNDS; round++) {
			String one = pattern();
			String two = pattern();
			boolean contains = PathShape.of(one).contains(PathShape.of(two));
			boolean isDisjoint = PathShape.of(one).isDisjoint(PathShape.of(two));
			contained += contains ? 1 : 0;
			disjoint += isDisjoint ? 1 : 0;
			PathPattern first = PathPatternParser.defaultInstance.parse(one);
			PathPattern second = PathPatternParser.defaultInstance.parse(two);
			for (int i = 0; i < PATHS; i++) {
				String path = path();
				PathContainer container = PathContainer.parsePath(path);
				boolean inFirst = first.matches(container);
				boolean inSecond = second.matches(container);
				assertThat(contains && inSecond && !inFirst)
					.as("seed %s, round %s: %s contains %s but for %s", SEED, round, one, two, path)
					.isFalse();
				assertThat(isDisjoint && inFirst && inSecond)
					.as("seed %s, round %s: %s and %s share %s", SEED, round, one, two, path)
					.isFalse();
			}
		}
		assertThat(contained).isGreaterThan(ROUNDS / 20);
		assertThat(disjoint).isGreaterThan(ROUNDS / 20);
	}

	private String pattern() {
		StringBuilder pattern = new StringBuilder();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			pattern.append(PATTERN_PARTS.get(this.random.nextInt(PATTERN_PARTS.size())).replace("{x", "{x" + i));
		}
		pattern.append(PATTERN_ENDS.get(this.random.nextInt(PATTERN_ENDS.size())));
		return pattern.isEmpty() ? "/" : pattern.toString();
	}

	private String path() {
		StringBuilder path = new StringBuilder("/");
		IntStream.range(0, this.random.nextInt(5))
			.forEach((i) -> path.append(PATH_PARTS.get(this.random.nextInt(PATH_PARTS.size()))).append('/'));
		if (this.random.nextInt(4) > 0 && path.length() > 1) {
			path.setLength(path.length() - 1);
		}
		return path.toString();
	}

}
