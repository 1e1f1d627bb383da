package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreflightCache}.
 */
class PreflightCacheTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final PreflightCache cache = new PreflightCache(Duration.ofHours(2));

	@Test
	void answerIsRememberedUntilItExpires() {
		store(key("a", "/", false), Set.of("PUT"), Set.of("x-a"), MINUTE);
		assertThat(allows("a", "/", false, "PUT", "x-a")).isTrue();
		this.cache.advance(MINUTE.minusNanos(1));
		assertThat(allows("a", "/", false, "PUT", "x-a")).isTrue();
		this.cache.advance(Duration.ofNanos(1));
		assertThat(allows("a", "/", false, "PUT")).isFalse();
	}

	@Test
	void originAndAddressAreParts() {
		store(key("a", "/", false), Set.of("PUT"), Set.of(), MINUTE);
		assertThat(allows("b", "/", false, "PUT")).isFalse();
		assertThat(allows("a", "/x", false, "PUT")).isFalse();
		assertThat(allows("a", "/?x", false, "PUT")).isFalse();
	}

	@Test
	void answerWithCredentialsServesBoth() {
		store(key("a", "/", true), Set.of("PUT"), Set.of(), MINUTE);
		assertThat(allows("a", "/", true, "PUT")).isTrue();
		assertThat(allows("a", "/", false, "PUT")).isTrue();
	}

	@Test
	void answerWithoutCredentialsDoesNotServeCredentials() {
		store(key("a", "/", false), Set.of("PUT", "*"), Set.of("*"), MINUTE);
		assertThat(allows("a", "/", true, "PUT")).isFalse();
	}

	@Test
	void wildcardServesEverythingButAuthorization() {
		store(key("a", "/", false), Set.of("*"), Set.of("*"), MINUTE);
		assertThat(allows("a", "/", false, "PUT", "x-a")).isTrue();
		assertThat(allows("a", "/", false, "GET", "authorization")).isFalse();
	}

	@Test
	void wildcardIsANameWhereCredentialsWereAsked() {
		store(key("a", "/", true), Set.of("*", "PUT"), Set.of("*"), MINUTE);
		assertThat(allows("a", "/", true, "DELETE")).isFalse();
		assertThat(allows("a", "/", false, "DELETE")).isFalse();
		assertThat(allows("a", "/", true, "GET", "x-a")).isFalse();
	}

	@Test
	void safelistedMethodNeedsNoEntry() {
		assertThat(allows("a", "/", true, "POST")).isTrue();
		assertThat(allows("a", "/", true, "POST", "x-a")).isFalse();
	}

	@Test
	void limitOfTheEngineCounts() {
		store(key("a", "/", false), Set.of("PUT"), Set.of(), Duration.ofDays(30));
		this.cache.advance(Duration.ofHours(2).minusSeconds(1));
		assertThat(allows("a", "/", false, "PUT")).isTrue();
		this.cache.advance(Duration.ofSeconds(1));
		assertThat(allows("a", "/", false, "PUT")).isFalse();
	}

	@Test
	void laterAnswerReplacesTheTime() {
		store(key("a", "/", false), Set.of("PUT", "PATCH"), Set.of(), MINUTE);
		store(key("a", "/", false), Set.of("PUT"), Set.of(), Duration.ZERO);
		assertThat(allows("a", "/", false, "PUT")).isFalse();
		assertThat(allows("a", "/", false, "PATCH")).isTrue();
	}

	@Test
	void clearForgetsTheAddressWithAndWithoutCredentials() {
		store(key("a", "/", false), Set.of("PUT"), Set.of(), MINUTE);
		store(key("a", "/", true), Set.of("PUT"), Set.of(), MINUTE);
		store(key("a", "/x", true), Set.of("PUT"), Set.of(), MINUTE);
		this.cache.clear(key("a", "/", true));
		assertThat(allows("a", "/", false, "PUT")).isFalse();
		assertThat(allows("a", "/x", false, "PUT")).isTrue();
	}

	/**
	 * The cache may only be asked less, never be wrong: what it allows, an answer that
	 * has not expired has allowed.
	 */
	@Test
	void nothingIsAllowedThatNoAnswerAllowed() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		List<String> methods = List.of("PUT", "PATCH", "*");
		List<String> names = List.of("x-a", "authorization", "*");
		List<Stored> stored = new ArrayList<>();
		long now = 0;
		for (int i = 0; i < ROUNDS; i++) {
			PreflightCache.Key key = key((random.nextInt(4) == 0) ? "b" : "a", "/", random.nextBoolean());
			switch (random.nextInt(4)) {
				case 0 -> {
					Stored answer = new Stored(key, some(methods, random), some(names, random),
							now + random.nextInt(20));
					stored.add(answer);
					store(key, answer.methods, answer.headers, Duration.ofSeconds(answer.expiry - now));
				}
				case 1 -> {
					now += 3;
					this.cache.advance(Duration.ofSeconds(3));
				}
				case 2 -> {
					this.cache.clear(key);
					stored.removeIf((answer) -> answer.key.origin().equals(key.origin()));
				}
				default -> {
					String method = (random.nextInt(3) == 0) ? "GET" : methods.get(random.nextInt(2));
					String name = names.get(random.nextInt(2));
					long time = now;
					if (allows(key.origin(), "/", key.credentials(), method, name)) {
						assertThat(stored).as("seed %d, round %d", seed, i)
							.anyMatch((answer) -> answer.allowsHeader(key, name, time));
						assertThat(stored).as("seed %d, round %d", seed, i)
							.anyMatch((answer) -> method.equals("GET") || answer.allowsMethod(key, method, time));
					}
				}
			}
		}
	}

	private static Set<String> some(List<String> values, Random random) {
		Set<String> some = new HashSet<>(values);
		some.removeIf((value) -> random.nextBoolean());
		return some;
	}

	private void store(PreflightCache.Key key, Set<String> methods, Set<String> headers, Duration maxAge) {
		this.cache.store(key, methods, headers, maxAge);
	}

	private boolean allows(String origin, String path, boolean credentials, String method, String... names) {
		PreflightCache.Key key = key(origin, path, credentials);
		FetchRequest request = FetchRequest.of(method, key.url());
		for (String name : names) {
			request = request.header(name, "1");
		}
		return this.cache.allows(key, credentials ? request.includeCredentials() : request);
	}

	private static PreflightCache.Key key(String origin, String path, boolean credentials) {
		return new PreflightCache.Key(origin, URI.create("http://localhost" + path), credentials);
	}

	private record Stored(PreflightCache.Key key, Set<String> methods, Set<String> headers, long expiry) {

		boolean allowsMethod(PreflightCache.Key question, String method, long now) {
			return answers(question, now) && (this.methods.contains(method) || isWildcard(this.methods));
		}

		boolean allowsHeader(PreflightCache.Key question, String name, long now) {
			return answers(question, now)
					&& (this.headers.contains(name) || (isWildcard(this.headers) && !name.equals("authorization")));
		}

		private boolean isWildcard(Set<String> values) {
			return values.contains("*") && !this.key.credentials();
		}

		private boolean answers(PreflightCache.Key question, long now) {
			return this.key.origin().equals(question.origin()) && (this.key.credentials() || !question.credentials());
		}

	}

}
