package io.github.corsstarter.origin.data;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link OriginStore}.
 */
class OriginStoreTests {

	private static final OriginJudge JUDGE = new OriginJudge(true, true);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final ManualTime time = new ManualTime();

	private final OriginStore store = store(new OriginLimits(3, 10));

	private OriginStore store(OriginLimits limits) {
		return OriginStore.ofTenants(TenantHost::normalize, JUDGE, limits, this.time, this.time);
	}

	private static String origin(int number) {
		return "https://shop-%d.example".formatted(number);
	}

	private void load(String... tenantsAndOrigins) {
		OriginLoad load = begin(tenantsAndOrigins);
		assertThat(this.store.install(load)).isNull();
	}

	private OriginLoad begin(String... tenantsAndOrigins) {
		OriginLoad load = this.store.begin();
		for (int i = 0; i < tenantsAndOrigins.length; i += 2) {
			load.add(tenantsAndOrigins[i], tenantsAndOrigins[i + 1]);
		}
		return load;
	}

	@Test
	void originIsAllowedToItsTenantAlone() {
		load("A.example", "https://a.example", "b.example", "https://b.example", "b.example", "https://*.b.example");
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		assertThat(this.store.allows("b.example", "https://a.example")).isFalse();
		assertThat(this.store.allows("b.example", "https://x.y.b.example")).isTrue();
		assertThat(this.store.allows("b.example", "https://*.b.example")).isFalse();
		assertThat(this.store.allows("b.example", "https://x.y.b.example:8443")).isFalse();
		assertThat(this.store.allows("b.example", "https://xb.example")).isFalse();
		assertThat(this.store.allows(null, "https://a.example")).isFalse();
		assertThat(this.store.origins()).isEqualTo(3);
		assertThat(this.store.tenants()).isEqualTo(2);
	}

	@Test
	void revokedOriginStaysRevokedWhenTheLoadUnderWayEnds() {
		load("a.example", "https://a.example", "b.example", "https://b.example");
		OriginLoad load = begin("a.example", "https://a.example", "b.example", "https://b.example");
		this.store.replace("a.example", List.of("https://new.example"));
		this.store.remove("b.example");
		this.time.pass(Duration.ofHours(1));
		assertThat(this.store.install(load)).isNull();
		assertThat(this.store.allows("a.example", "https://a.example")).isFalse();
		assertThat(this.store.allows("a.example", "https://new.example")).isTrue();
		assertThat(this.store.allows("b.example", "https://b.example")).isFalse();
	}

	@Test
	void pushSurvivesALoadThatBeginsWithinAMinute() {
		load("a.example", "https://a.example");
		this.store.replace("a.example", List.of());
		this.store.replace("c.example", List.of("https://c.example"));
		this.time.pass(Duration.ofSeconds(59));
		load("a.example", "https://a.example", "b.example", "https://b.example");
		assertThat(this.store.allows("a.example", "https://a.example")).isFalse();
		assertThat(this.store.allows("c.example", "https://c.example")).isTrue();
		this.time.pass(Duration.ofSeconds(2));
		load("a.example", "https://a.example", "b.example", "https://b.example");
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		assertThat(this.store.allows("c.example", "https://c.example")).isFalse();
	}

	@Test
	void whateverLoadsFinishLaterTheLatestPushIsInForce() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int round = 0; round < Integer.getInteger("cors.test.rounds", 300); round++) {
			OriginStore any = store(new OriginLimits(3, 100));
			Map<String, Set<String>> pushed = new HashMap<>();
			OriginLoad load = any.begin();
			for (int step = 0; step < 20; step++) {
				String tenant = "t" + random.nextInt(3) + ".example";
				switch (random.nextInt(4)) {
					case 0 -> {
						Set<String> origins = new TreeSet<>(
								Set.of(origin(random.nextInt(4)), origin(random.nextInt(3) + 4)));
						any.replace(tenant, origins);
						pushed.put(tenant, origins);
					}
					case 1 -> {
						any.remove(tenant);
						pushed.put(tenant, Set.of());
					}
					case 2 -> load.add(tenant, origin(random.nextInt(7)));
					default -> {
						any.install(load);
						load = any.begin();
					}
				}
				this.time.pass(Duration.ofSeconds(1));
				pushed.forEach((name, origins) -> {
					for (int number = 0; number < 7; number++) {
						assertThat(any.allows(name, origin(number))).as("seed %d", seed)
							.isEqualTo(origins.contains(origin(number)));
					}
				});
			}
		}
	}

	@Test
	void emptyLoadIsGoodAtFirstAndNotAfterAFullOne() {
		load();
		load("a.example", "https://a.example");
		assertThat(this.store.install(begin())).contains("no origins");
		assertThat(this.store.install(begin("a.example", "https://*.com"))).contains("no origins");
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		this.store.remove("a.example");
		load();
	}

	@Test
	void loadThatIsTooLargeEndsAndLeavesTheLastGoodOne() {
		load("a.example", "https://a.example");
		OriginLoad load = this.store.begin();
		assertThatIllegalStateException().isThrownBy(() -> {
			for (int number = 0; number < 1_000_000; number++) {
				load.add("t" + number + ".example", origin(number));
			}
		});
		assertThat(this.store.install(load)).contains("more than 10");
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		assertThat(this.store.origins()).isEqualTo(1);
	}

	@Test
	void onlyTheLoadThatBeganLastCounts() {
		OriginLoad hanging = begin("a.example", "https://old.example");
		load("a.example", "https://a.example");
		hanging.add("a.example", "https://late.example");
		assertThat(this.store.install(hanging)).isNotNull();
		assertThat(this.store.allows("a.example", "https://old.example")).isFalse();
	}

	@Test
	void whatComesAfterTheEndOfALoadIsIgnored() {
		OriginLoad load = begin("a.example", "https://a.example");
		assertThat(this.store.install(load)).isNull();
		load.add("a.example", "https://late.example");
		assertThat(this.store.allows("a.example", "https://late.example")).isFalse();
	}

	@Test
	void firstOriginsOfATenantAreKeptAndTheRestRefused() {
		OriginLoad load = this.store.begin();
		for (int number : new int[] { 0, 1, 1, 0, 2, 3, 4 }) {
			load.add("a.example", origin(number));
		}
		assertThat(this.store.install(load)).isNull();
		assertThat(this.store.allows("a.example", origin(2))).isTrue();
		assertThat(this.store.allows("a.example", origin(3))).isFalse();
		assertThat(this.store.refused()).isEqualTo(2);
		assertThat(this.store.latestRefused()).extracting(RefusedOrigin::rule).containsOnly("too-many-origins");
	}

	@Test
	void pushBeyondTheLimitIsRefusedWhole() {
		load("a.example", "https://a.example");
		List<JudgedOrigin> judged = this.store.replace("a.example",
				List.of(origin(1), origin(2), origin(3), origin(4)));
		assertThat(judged).extracting(JudgedOrigin::rule).hasSize(4).containsOnly("too-many-origins");
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		for (int tenant = 0; tenant < 9; tenant++) {
			this.store.replace("t" + tenant + ".example", List.of(origin(tenant)));
		}
		assertThat(this.store.replace("z.example", List.of("https://z.example"))).extracting(JudgedOrigin::rule)
			.containsExactly("too-many-origins");
		assertThat(this.store.allows("z.example", "https://z.example")).isFalse();
		assertThat(this.store.origins()).isEqualTo(10);
	}

	@Test
	void badEntriesAreLeftOutCountedAndListed() {
		OriginLoad load = this.store.begin();
		load.add("a.example", "https://a.example");
		for (int number = 0; number < 150; number++) {
			load.add("a.example", "not an origin " + number);
		}
		load.add(null, null);
		assertThat(this.store.install(load)).isNull();
		assertThat(this.store.refused()).isEqualTo(151);
		assertThat(this.store.latestRefused()).hasSize(100);
		assertThat(this.store.latestRefused().get(1)).isEqualTo(new RefusedOrigin("a.example", "not an origin 149",
				"invalid-origin", this.store.latestRefused().get(1).message(), this.time.instant()));
	}

	@Test
	void stricterJudgeRefusesWhatIsThereAlready() {
		this.store.judgeBy(new OriginJudge(true, false));
		load("a.example", "http://a.example", "a.example", "https://a.example");
		assertThat(this.store.allows("a.example", "http://a.example")).isTrue();
		OriginLoad load = begin("a.example", "http://a.example", "a.example", "https://a.example");
		assertThat(this.store.judgeBy(JUDGE)).isTrue();
		assertThat(this.store.allows("a.example", "http://a.example")).isFalse();
		assertThat(this.store.allows("a.example", "https://a.example")).isTrue();
		assertThat(this.store.install(load)).isNull();
		assertThat(this.store.allows("a.example", "http://a.example")).isFalse();
	}

	@Test
	void entryThatAnotherJudgeRefusesIsCountedOnceWhereverItIs() {
		this.store.judgeBy(new OriginJudge(true, false));
		load("a.example", "http://a.example");
		this.store.replace("b.example", List.of("http://b.example"));
		OriginLoad load = begin("a.example", "http://a.example", "c.example", "http://c.example");
		this.store.judgeBy(JUDGE);
		assertThat(refused()).containsExactlyInAnyOrder("http://a.example", "http://b.example");
		this.store.judgeBy(new OriginJudge(true, false));
		this.store.judgeBy(JUDGE);
		assertThat(refused()).containsExactlyInAnyOrder("http://a.example", "http://b.example");
		load.add("a.example", "https://a.example");
		assertThat(this.store.install(load)).isNull();
		assertThat(refused()).containsExactlyInAnyOrder("http://a.example", "http://b.example", "http://c.example");
	}

	@Test
	void onlyTheLatestPushOfATenantTellsWhatIsRefusedOfIt() {
		load("a.example", "nonsense", "a.example", "https://a.example", "b.example", "more nonsense");
		for (int save = 0; save < 1000; save++) {
			this.store.replace("A.example", List.of("https://a.example", "*"));
		}
		assertThat(refused()).containsExactlyInAnyOrder("*", "more nonsense");
		load("a.example", "nonsense", "a.example", "https://old.example", "b.example", "more nonsense");
		assertThat(refused()).containsExactlyInAnyOrder("*", "more nonsense");
		this.store.replace("a.example", List.of("https://a.example"));
		assertThat(refused()).containsExactly("more nonsense");
	}

	@Test
	void refusalsOfMoreTenantsThanAreToldApartAreCountedUntilTheNextLoad() {
		for (int tenant = 0; tenant < 20_000; tenant++) {
			this.store.replace("t" + tenant + ".example", List.of("*"));
		}
		assertThat(this.store.refused()).isEqualTo(20_000);
		this.store.replace("t0.example", List.of());
		assertThat(this.store.refused()).isEqualTo(19_999);
		this.store.replace("t19999.example", List.of());
		assertThat(this.store.refused()).isEqualTo(19_999);
		this.time.pass(Duration.ofMinutes(2));
		load();
		assertThat(this.store.refused()).isZero();
	}

	private List<String> refused() {
		List<String> listed = this.store.latestRefused().stream().map(RefusedOrigin::origin).toList();
		assertThat(this.store.refused()).isEqualTo(listed.size());
		return listed;
	}

	@Test
	void patternIsOneEntryHoweverManyPortsItHas() {
		String ports = "https://*.a.example:[8080,8443,9443,9444]";
		load("a.example", "https://one.example", "a.example", "https://two.example", "a.example", ports, "a.example",
				"https://four.example");
		assertThat(this.store.origins()).isEqualTo(3);
		assertThat(this.store.allows("a.example", "https://x.a.example:9444")).isTrue();
		assertThat(this.store.allows("a.example", "https://x.a.example")).isFalse();
		assertThat(this.store.allows("a.example", ports)).isFalse();
		assertThat(this.store.latestRefused()).extracting(RefusedOrigin::origin)
			.containsExactly("https://four.example");
		assertThat(this.store.replace("b.example", List.of(ports, "https://one.example", "https://two.example")))
			.noneMatch(JudgedOrigin::isRefused);
		assertThat(this.store.allows("b.example", "https://x.a.example:8080")).isTrue();
		assertThat(this.store.origins()).isEqualTo(6);
		this.store.judgeBy(new OriginJudge(false, false));
		assertThat(this.store.allows("b.example", "https://x.a.example:8080")).isTrue();
		assertThat(this.store.origins()).isEqualTo(6);
	}

	@Test
	void pooledOriginIsAllowedAsLongAsATenantHasIt() {
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(3, 10), this.time, this.time);
		pool.replace("a", List.of("https://x.example", "https://*.x.example"));
		pool.replace("b", List.of("https://x.example", "https://*.x.example"));
		assertThat(pool.allows(null, "https://x.example")).isTrue();
		assertThat(pool.allows("c", "https://a.x.example")).isTrue();
		pool.remove("a");
		assertThat(pool.allows(null, "https://x.example")).isTrue();
		assertThat(pool.allows(null, "https://a.x.example")).isTrue();
		assertThat(pool.allows(null, "https://*.x.example")).isFalse();
		pool.replace("b", List.of("https://*.x.example"));
		assertThat(pool.allows(null, "https://x.example")).isFalse();
		pool.remove("b");
		assertThat(pool.allows(null, "https://a.x.example")).isFalse();
	}

	@Test
	void pooledOriginThatIsAllowedBeforeAndAfterAPushIsAllowedMeanwhile() throws Exception {
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(3, 10), this.time, this.time);
		List<List<String>> pushes = List.of(List.of("https://*.a.x.example"), List.of("https://*.x.example"),
				List.of("https://b.a.x.example"));
		pool.replace("a", pushes.get(0));
		AtomicBoolean pushing = new AtomicBoolean(true);
		FutureTask<Boolean> asker = new FutureTask<>(() -> {
			boolean allowed = true;
			while (allowed && pushing.get()) {
				allowed = pool.allows(null, "https://b.a.x.example");
			}
			return allowed;
		});
		new Thread(asker).start();
		Random random = new Random(0);
		for (int push = 0; push < 100_000 && !asker.isDone(); push++) {
			pool.replace("a", pushes.get(random.nextInt(3)));
		}
		pushing.set(false);
		assertThat(asker.get(10, TimeUnit.SECONDS)).isTrue();
		pool.replace("a", List.of("https://b.x.example"));
		assertThat(pool.allows(null, "https://b.a.x.example")).isFalse();
	}

	@Test
	void pooledPatternsAreThoseOfTheTenantsWhateverWasPushed() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(10, 1_000), this.time, this.time);
		Map<String, Set<String>> expected = new HashMap<>();
		for (int push = 0; push < 1_000; push++) {
			Set<String> patterns = new TreeSet<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				patterns.add("https://*.d" + random.nextInt(60) + ".example");
			}
			String tenant = "t" + random.nextInt(40);
			expected.put(tenant, patterns);
			pool.replace(tenant, patterns);
			for (int domain = 0; domain < 60; domain++) {
				String pattern = "https://*.d" + domain + ".example";
				assertThat(pool.allows(null, "https://a.d" + domain + ".example"))
					.as("seed %s, push %s, domain %s", seed, push, domain)
					.isEqualTo(expected.values().stream().anyMatch((all) -> all.contains(pattern)));
			}
		}
	}

	@Test
	void pushOfAPatternDoesNotCostMoreWhereThereAreMany() {
		// What is loaded at first counts for none of them
		allocatedByPushes(1_000);
		long few = allocatedByPushes(1_000);
		assertThat(allocatedByPushes(16_000)).isLessThan(2 * 16 * few);
	}

	/** Each tenant has a pattern, and every fourth loses it again. */
	private long allocatedByPushes(int tenants) {
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(3, tenants), this.time, this.time);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int tenant = 0; tenant < tenants; tenant++) {
			pool.replace("t" + tenant, List.of("https://*.t" + tenant + ".example"));
			if (tenant % 4 == 0) {
				pool.remove("t" + tenant);
			}
		}
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

	@Test
	void lookingUpAllocatesNothing() {
		load("a.example", "https://a.example", "a.example", "https://*.a.example", "a.example", "https://c.example");
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(3, 10), this.time, this.time);
		pool.replace("a", List.of("https://a.example", "https://*.a.example"));
		List<String> origins = List.of("https://a.example", "https://x.y.a.example", "https://stranger.example",
				"null");
		String host = "a.example";
		long least = Long.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < 10_000; i++) {
				String origin = origins.get(i & 3);
				this.store.allows(TenantHost.normalize(host), origin);
				pool.allows(null, origin);
			}
			least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
		}
		assertThat(least / 10_000.0).isLessThan(1);
	}

	@Test
	void collidingStringsSlowNothingDown() {
		List<String> names = Collisions.names(13);
		assertThat(names).hasSize(8192).extracting(String::hashCode).containsOnly(names.get(0).hashCode());
		OriginStore large = store(new OriginLimits(10_000, 20_000));
		OriginStore pool = OriginStore.ofAll(JUDGE, new OriginLimits(10_000, 20_000), this.time, this.time);
		OriginLoad load = large.begin();
		OriginLoad pooled = pool.begin();
		for (String name : names) {
			load.add("one.example", "https://" + name + ".example");
			load.add(name + ".example", "https://a.example");
			pooled.add(name, "https://" + name + ".example");
		}
		assertThat(large.install(load)).isNull();
		assertThat(pool.install(pooled)).isNull();
		assertThat(names)
			.allSatisfy((name) -> assertThat(large.allows("one.example", "https://" + name + ".example")).isTrue())
			.allSatisfy((name) -> assertThat(large.allows(name + ".example", "https://a.example")).isTrue())
			.allSatisfy((name) -> assertThat(pool.allows(null, "https://" + name + ".example")).isTrue());
	}

	@Test
	void manyRowsAreJudgedAndLoaded() {
		int rows = Math.min(1_000_000, 100 * Integer.getInteger("cors.test.rounds", 300));
		OriginStore large = store(new OriginLimits(3, rows));
		OriginLoad load = large.begin();
		for (int row = 0; row < rows; row++) {
			load.add("tenant-" + row + ".example", origin(row));
		}
		assertThat(large.install(load)).isNull();
		assertThat(large.origins()).isEqualTo(rows);
		assertThat(large.allows("tenant-" + (rows - 1) + ".example", origin(rows - 1))).isTrue();
		assertThat(large.allows("tenant-0.example", origin(rows - 1))).isFalse();
	}

	@Test
	void originsThatAreDroppedCanBePushedAnew() {
		load("a.example", "https://a.example");
		this.store.replace("b.example", List.of("https://b.example"));
		this.store.clear();
		assertThat(this.store.allows("a.example", "https://a.example")).isFalse();
		assertThat(this.store.allows("b.example", "https://b.example")).isFalse();
		this.store.replace("b.example", List.of("https://b.example"));
		assertThat(this.store.allows("b.example", "https://b.example")).isTrue();
	}

}
