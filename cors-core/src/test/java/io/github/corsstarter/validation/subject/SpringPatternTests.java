package io.github.corsstarter.validation.subject;

import java.util.List;
import java.util.Random;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.junit.jupiter.api.Test;

import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@link SpringPattern} accepts what Spring accepts.
 */
class SpringPatternTests {

	private static final long SEED = 20_261_121L;

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	private static final List<String> PARTS = List.of("https://", "http://", "*", "*.", "a", "b", ".", "a.b", "-",
			"example", ".com", ":", ":8080", ":[8080,8443]", ":[*]", "/", "A", "+", "$");

	private static final List<String> ORIGIN_PARTS = List.of("a", "b", ".", "a.b", "-", "example", ".com", "A");

	private final Random random = new Random(SEED);

	@Test
	void acceptsWhatSpringAccepts() {
		int accepted = 0;
		for (int round = 0; round < ROUNDS; round++) {
			String pattern = "http" + (this.random.nextBoolean() ? "s" : "*") + "://" + join(PARTS, 6);
			CorsConfiguration spring = new CorsConfiguration();
			spring.addAllowedOriginPattern(pattern);
			if (spring.getAllowedOriginPatterns() == null || spring.getAllowedOriginPatterns().size() != 1) {
				continue;
			}
			OriginLanguage language = new OriginLanguages().of(new SpringPattern(pattern, new OriginProofs()).regex());
			for (int i = 0; i < 20; i++) {
				String origin = origin();
				boolean expected = Origin.isWellFormed(origin) && spring.checkOrigin(origin) != null;
				assertThat(language.contains(origin))
					.as("seed %s, round %s: %s accepts %s", SEED, round, pattern, origin)
					.isEqualTo(expected);
				accepted += expected ? 1 : 0;
			}
		}
		assertThat(accepted).isGreaterThan(ROUNDS / 20);
	}

	private String origin() {
		String port = List.of("", "", ":8080", ":8443", ":1").get(this.random.nextInt(5));
		return (this.random.nextBoolean() ? "https://" : "http://") + join(ORIGIN_PARTS, 4) + port;
	}

	private String join(List<String> parts, int most) {
		StringBuilder joined = new StringBuilder();
		for (int i = this.random.nextInt(most); i >= 0; i--) {
			joined.append(parts.get(this.random.nextInt(parts.size())));
		}
		return joined.toString();
	}

}
