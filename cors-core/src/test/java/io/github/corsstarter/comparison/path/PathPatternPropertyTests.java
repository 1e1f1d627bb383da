package io.github.corsstarter.comparison.path;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.WorkLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares patterns, their languages, their order and their regions with Spring's
 * {@code PathPattern}.
 */
class PathPatternPropertyTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 1000);

	private static final long SEED = Long.getLong("cors.test.seed", 1);

	private final RandomPathPatterns random = new RandomPathPatterns(SEED);

	@Test
	void patternIsRefusedWhereSpringRefusesIt() {
		for (int round = 0; round < ROUNDS; round++) {
			String text = this.random.pattern();
			assertThat(parse(text) != null).as("seed %s, round %s: %s", SEED, round, text)
				.isEqualTo(parseWithSpring(text) != null);
		}
	}

	@Test
	void patternAndItsLanguageMatchWhatSpringMatches() {
		int matches = 0;
		for (int round = 0; round < ROUNDS; round++) {
			PathPattern pattern = pattern();
			String springs = pattern.toString();
			PathAlphabet alphabet = PathAlphabet.of(List.of(pattern, PathPattern.parse("/{x:\\w+}")));
			PathLanguage language = new PathLanguage(alphabet);
			Automaton automaton = Automaton.of(language.of(pattern));
			Automaton normalized = Automaton.of(language.normalizedPaths());
			for (int i = 0; i < 50; i++) {
				String path = this.random.path();
				if (springs.indexOf('?') >= 0 && path.indexOf('\ud83d') >= 0) {
					continue;
				}
				String as = "seed " + SEED + ", round " + round + ": " + springs + " " + path;
				boolean expected = springMatches(springs, path);
				assertThat(pattern.matches(path)).as(as).isEqualTo(expected);
				String encoded = alphabet.encode(path);
				assertThat(normalized.accepts(encoded)).as(as).isTrue();
				assertThat(automaton.accepts(encoded)).as(as)
					.isEqualTo(expected || !pattern.isRegular() && automaton.accepts(encoded));
				matches += expected ? 1 : 0;
			}
		}
		assertThat(matches).isGreaterThan(ROUNDS);
	}

	@Test
	void patternsAreOrderedAsSpringOrdersThem() {
		for (int round = 0; round < ROUNDS; round++) {
			PathPattern one = pattern();
			PathPattern other = pattern();
			int springs = PathPatternParser.defaultInstance.parse(one.toString())
				.compareTo(PathPatternParser.defaultInstance.parse(other.toString()));
			assertThat(Integer.signum(one.compareTo(other))).as("seed %s, round %s: %s %s", SEED, round, one, other)
				.isEqualTo(Integer.signum(springs));
		}
	}

	@Test
	void everyPathIsOfOneRegionAndTheShortestPathsOfRegionsAreOfThem() {
		for (int round = 0; round < ROUNDS / 4; round++) {
			List<PathPattern> before = patterns();
			List<PathPattern> after = patterns();
			List<PathRegions.Region> regions = PathRegions.of(PatternSet.of(before, List.of()),
					PatternSet.of(after, List.of()), new WorkLimits().question());
			for (PathRegions.Region region : regions) {
				if (region.path() != null && region.path().indexOf('\ud83d') < 0) {
					assertThat(governing(before, region.path()))
						.as("seed %s, round %s: %s %s", SEED, round, before, region)
						.isEqualTo(region.before());
					assertThat(governing(after, region.path()))
						.as("seed %s, round %s: %s %s", SEED, round, after, region)
						.isEqualTo(region.after());
				}
			}
			for (int i = 0; i < 50; i++) {
				String path = this.random.path();
				if (path.indexOf('\ud83d') >= 0) {
					continue;
				}
				PathPattern one = governing(before, path);
				PathPattern other = governing(after, path);
				assertThat(regions).as("seed %s, round %s: %s %s %s", SEED, round, before, after, path)
					.anyMatch((region) -> region.before() == one && region.after() == other
							|| String.valueOf(region.before()).equals(String.valueOf(one))
									&& String.valueOf(region.after()).equals(String.valueOf(other)));
			}
		}
	}

	private List<PathPattern> patterns() {
		List<PathPattern> patterns = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			patterns.add(pattern());
		}
		return patterns;
	}

	/**
	 * What Spring would choose.
	 */
	private static @Nullable PathPattern governing(List<PathPattern> patterns, String path) {
		return patterns.stream()
			.map((pattern) -> PathPatternParser.defaultInstance.parse(pattern.toString()))
			.sorted()
			.filter((pattern) -> springMatches(pattern.getPatternString(), path))
			.findFirst()
			.map((pattern) -> PathPattern.parse(pattern.getPatternString()))
			.orElse(null);
	}

	private PathPattern pattern() {
		while (true) {
			PathPattern pattern = parse(this.random.pattern());
			if (pattern != null) {
				return pattern;
			}
		}
	}

	private static @Nullable PathPattern parse(String text) {
		try {
			return PathPattern.parse(text);
		}
		catch (PathSyntaxException ex) {
			assertThat(ex.getMessage()).startsWith("'" + text + "' is not a path pattern: ").endsWith(".");
			return null;
		}
	}

	private static @Nullable Object parseWithSpring(String text) {
		try {
			return PathPatternParser.defaultInstance.parse(text);
		}
		catch (PatternParseException ex) {
			return null;
		}
	}

	/**
	 * Spring fails at a path when a variable's expression has groups: there the pattern
	 * is read without them.
	 */
	private static boolean springMatches(String pattern, String path) {
		String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
		return PathPatternParser.defaultInstance.parse(pattern.replace("(a|b)", "(?:a|b)"))
			.matches(PathContainer.parsePath(encoded));
	}

}
