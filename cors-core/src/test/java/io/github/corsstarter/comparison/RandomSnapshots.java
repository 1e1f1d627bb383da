package io.github.corsstarter.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;

/**
 * Configurations of which any two differ on the {@link Universe}, if they differ at all.
 */
final class RandomSnapshots {

	private static final List<String> PATHS = List.of("/**", "/a/**", "/a/*", "/a/{x}", "/a/b", "/{x}/b", "/", "/a/",
			"/a/{x:[a-c]+}", "/b/**", "/{x}", "/a/{x:[^b]}", "/*/*/**");

	private static final List<String> RESERVED = List.of("/a", "/a/b", "/b");

	private static final List<String> ORIGINS = List.of("https://a.example", "https://b.example:8443",
			"https://x.c.example", "https://y.c.example", "null", "*", "app://shell");

	private static final List<String> PATTERNS = List.of("https://*.c.example", "https://app-*.c.example",
			"https://*.c.example:[*]", "https://x.c.example:[443,8443]", "*");

	private static final List<String> REGEXES = List.of("https://(a|b)\\.example", "https://x\\.c\\.example(:\\d+)?",
			"https://[a-z]+\\.c\\.example", "https://b\\.example:84{2}3", "https?://evil\\.test");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "custom", "*", "TRACE");

	private static final List<String> HEADERS = List.of("authorization", "X-A", "cookie", "*", "sec-x");

	private static final List<String> EXPOSED = List.of("x-e", "X-F", "content-type", "set-cookie", "*");

	private final Random random;

	RandomSnapshots(long seed) {
		this.random = new Random(seed);
	}

	CorsSnapshot snapshot() {
		List<String> paths = shuffled(PATHS);
		List<SnapshotPolicy> policies = new ArrayList<>();
		int count = this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			int size = 1 + this.random.nextInt(2);
			policies.add(policy("p" + i, new ArrayList<>(paths.subList(2 * i, 2 * i + size))));
		}
		return snapshot(policies, reserved());
	}

	private List<String> reserved() {
		return (this.random.nextInt(3) == 0) ? some(RESERVED, 2) : List.of();
	}

	private static CorsSnapshot snapshot(List<SnapshotPolicy> policies, List<String> reservedPaths) {
		return new CorsSnapshot(List.of(), false, policies, List.of(), new TreeMap<>(), reservedPaths);
	}

	private SnapshotPolicy policy(String name, List<String> paths) {
		return Snapshots.policy(name, (policy) -> {
			policy.paths = paths;
			policy.origins = some(ORIGINS, 2);
			policy.originPatterns = some(PATTERNS, 1);
			policy.originRegexes = some(REGEXES, 1);
			policy.methods = some(METHODS, 4);
			policy.headers = some(HEADERS, 2);
			policy.exposedHeaders = some(EXPOSED, 2);
			policy.credentials = this.random.nextBoolean();
			policy.maxAge = Duration.ofMinutes(this.random.nextInt(3));
			policy.listedFormsOnly = this.random.nextInt(3) == 0;
			policy.timingAllowOrigin = this.random.nextInt(3) == 0;
			policy.reportOnly = this.random.nextInt(8) == 0;
			policy.originSource = (this.random.nextInt(12) == 0) ? "customers" : null;
		});
	}

	/**
	 * The same configuration with one key of one policy written again.
	 */
	CorsSnapshot edited(CorsSnapshot snapshot) {
		if (snapshot.policies().isEmpty()) {
			return snapshot();
		}
		List<SnapshotPolicy> policies = new ArrayList<>(snapshot.policies());
		int index = this.random.nextInt(policies.size());
		SnapshotPolicy old = policies.get(index);
		SnapshotPolicy other = policy(old.name(), old.paths());
		int key = this.random.nextInt(12);
		if (key == 0) {
			policies.remove(index);
			return snapshot(policies, snapshot.reservedPaths());
		}
		if (key == 11) {
			return snapshot(policies, reserved());
		}
		policies.set(index, Snapshots.policy(old.name(), (policy) -> {
			policy.paths = old.paths();
			policy.origins = (key == 1) ? other.origins() : old.origins();
			policy.originPatterns = (key == 2) ? other.originPatterns() : old.originPatterns();
			policy.originRegexes = (key == 3) ? other.originRegexes() : old.originRegexes();
			policy.methods = (key == 4) ? other.methods() : old.methods();
			policy.headers = (key == 5) ? other.headers() : old.headers();
			policy.exposedHeaders = (key == 6) ? other.exposedHeaders() : old.exposedHeaders();
			policy.credentials = (key == 7) ? other.credentials() : old.credentials();
			policy.maxAge = (key == 8) ? other.maxAge() : old.maxAge();
			policy.listedFormsOnly = (key == 9) ? other.listedFormsOnly() : old.listedFormsOnly();
			policy.timingAllowOrigin = (key == 10) ? other.timingAllowOrigin() : old.timingAllowOrigin();
			policy.reportOnly = old.reportOnly();
			policy.originSource = old.originSource();
		}));
		return snapshot(policies, snapshot.reservedPaths());
	}

	/**
	 * A configuration that allows the same or less.
	 */
	CorsSnapshot narrowed(CorsSnapshot snapshot) {
		return snapshot
			.withPolicies(snapshot.policies().stream().map((old) -> Snapshots.policy(old.name(), (policy) -> {
				policy.paths = old.paths();
				policy.origins = fewer(old.origins());
				policy.originPatterns = fewer(old.originPatterns());
				policy.originRegexes = fewer(old.originRegexes());
				policy.methods = fewer(old.methods());
				policy.headers = fewer(old.headers());
				policy.exposedHeaders = fewer(old.exposedHeaders());
				policy.credentials = old.credentials();
				policy.listedFormsOnly = old.listedFormsOnly() || this.random.nextBoolean();
				policy.timingAllowOrigin = old.timingAllowOrigin() && this.random.nextBoolean();
				policy.reportOnly = old.reportOnly();
			})).toList());
	}

	/**
	 * The same policies by other names.
	 */
	CorsSnapshot renamed(CorsSnapshot snapshot) {
		return snapshot
			.withPolicies(snapshot.policies().stream().map((policy) -> policy.withName("x" + policy.name())).toList());
	}

	private List<String> fewer(List<String> list) {
		return list.stream().filter((element) -> this.random.nextInt(4) > 0).toList();
	}

	private List<String> some(List<String> list, int most) {
		return shuffled(list).subList(0, this.random.nextInt(most + 1));
	}

	private List<String> shuffled(List<String> list) {
		List<String> shuffled = new ArrayList<>(list);
		Collections.shuffle(shuffled, this.random);
		return shuffled;
	}

}
