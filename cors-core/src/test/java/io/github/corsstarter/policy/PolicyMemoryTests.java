package io.github.corsstarter.policy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a policy of very many origins takes little memory, with all that it knows
 * about each.
 */
class PolicyMemoryTests {

	/** Each takes 72 bytes for its text, and 113 for all else. */
	private static final int ORIGINS = 300_000;

	private static final String HEAP = "-Xmx96m";

	@Test
	void policyOfManyExactOriginsFitsIntoSmallHeap() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Compilation.class.getName())
			.inheritIO()
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
	}

	/**
	 * Compiles the policy.
	 */
	public static final class Compilation {

		private Compilation() {
		}

		public static void main(String[] args) {
			String[] origins = new String[ORIGINS];
			for (int i = 0; i < ORIGINS; i++) {
				origins[i] = "https://tenant%06d.example.com".formatted(i);
			}
			CorsPolicyDefinition base = CorsPolicyDefinition.builder("base").allowedOrigins(origins).build();
			CorsPolicy policy = CorsPolicy.compile(EffectivePolicy.of(base));
			if (policy.checkOrigin(origins[ORIGINS - 1]) != null) {
				throw new IllegalStateException(policy.toString());
			}
		}

	}

}
