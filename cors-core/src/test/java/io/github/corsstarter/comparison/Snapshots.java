package io.github.corsstarter.comparison;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.comparison.snapshot.SnapshotWaiver;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots for tests.
 */
public final class Snapshots {

	private Snapshots() {
	}

	public static CorsSnapshot of(SnapshotPolicy... policies) {
		return of(List.of(policies));
	}

	public static CorsSnapshot of(List<SnapshotPolicy> policies, SnapshotWaiver... waivers) {
		return new CorsSnapshot(List.of("prod"), true, policies, List.of(waivers), new TreeMap<>(), List.of());
	}

	public static SnapshotPolicy policy(String name, Consumer<Policy> changes) {
		Policy policy = new Policy();
		changes.accept(policy);
		return policy.build(name);
	}

	/**
	 * A policy that can still be changed.
	 */
	public static final class Policy {

		public List<String> paths = List.of("/api/**");

		public List<String> origins = List.of("https://app.example.com");

		public List<String> originPatterns = List.of();

		public List<String> originRegexes = List.of();

		public List<String> methods = List.of("GET", "POST");

		public List<String> headers = List.of("content-type");

		public List<String> exposedHeaders = List.of();

		public boolean credentials;

		public Duration maxAge = Duration.ofMinutes(30);

		public int preflightStatus = 200;

		public boolean listedFormsOnly;

		public boolean timingAllowOrigin;

		public boolean reportOnly;

		public @Nullable String originSource;

		SnapshotPolicy build(String name) {
			return new SnapshotPolicy(name, this.paths, this.origins, this.originPatterns, this.originRegexes,
					this.methods, this.headers, this.exposedHeaders, this.credentials, this.maxAge,
					this.preflightStatus, this.listedFormsOnly, this.timingAllowOrigin, this.reportOnly,
					this.originSource);
		}

	}

}
