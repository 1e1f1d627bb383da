package io.github.corsstarter.origin.match;

import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.sun.management.ThreadMXBean;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an {@link OriginAllowlist} costs: allocations, memory and classes.
 */
class OriginAllowlistCostTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final String[] HEADER_VALUES = { "https://a.example", "https://x.y.suffix.example",
			"https://pr-12.tenant.example", "https://k8s-1.regex.example", "http://localhost:3000", "null",
			"http://127.0.0.1:8080", "http://[2001:db8::1:0:0:1]:8080", "https://nobody.example", "garbage",
			"https://a.example:443", "https://" + "a.".repeat(126) + "suffix", "x".repeat(2000) };

	@Test
	void matchingAllocatesNothing() {
		OriginAllowlist allowlist = OriginAllowlist.builder()
			.add(ExactOrigin.parse("https://a.example"))
			.add(new OriginEntryParser().pattern("https://*.suffix.example"))
			.add(new OriginEntryParser().pattern("http://localhost:[*]"))
			.add(new OriginEntryParser().pattern("https://pr-*.tenant.example"))
			.add(new OriginEntryParser().regex("https://k8s-\\d+\\.regex\\.example"))
			.build();
		assertThat(allocatedPerCall(allowlist::allows)).isLessThan(1);
	}

	@Test
	void checkingTheGrammarAllocatesNothing() {
		assertThat(allocatedPerCall(Origin::isWellFormed)).isLessThan(1);
	}

	@Test
	void matchingOnePatternAllocatesNothing() {
		assertThat(allocatedPerCall(
				new OriginEntryParser().pattern("https://*.a-*.tenant.example:[80,443,8443]")::matches))
			.isLessThan(1);
	}

	/**
	 * Measure in several rounds and take the best, because the first ones still pay for
	 * compilation.
	 * @param predicate what to measure
	 * @return bytes for each call
	 */
	private static double allocatedPerCall(Predicate<String> predicate) {
		int calls = 20_000;
		long best = Long.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < calls; i++) {
				predicate.test(HEADER_VALUES[i % HEADER_VALUES.length]);
			}
			best = Math.min(best, THREADS.getCurrentThreadAllocatedBytes() - before);
		}
		return (double) best / calls;
	}

	@Test
	void exactOriginTakesAtMost64BytesBesideItsCharacters() {
		int justAboveTheLoadFactor = 140_000;
		StringSet set = new StringSet();
		String[] values = new String[justAboveTheLoadFactor];
		for (int i = 0; i < values.length; i++) {
			values[i] = "https://" + (10_000_000_000_000L + i) + ".example";
		}
		for (String value : values) {
			set.add(value);
		}
		byte[] characters = values[0].getBytes(StandardCharsets.ISO_8859_1);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < values.length; i++) {
			values[i] = new String(characters, StandardCharsets.ISO_8859_1);
		}
		long strings = THREADS.getCurrentThreadAllocatedBytes() - before;
		before = THREADS.getCurrentThreadAllocatedBytes();
		StringSet copy = new StringSet(set);
		long table = THREADS.getCurrentThreadAllocatedBytes() - before;
		assertThat(copy.size()).isEqualTo(values.length);
		assertThat(characters).hasSize(30);
		assertThat((double) (strings + table) / values.length - characters.length).isLessThan(64);
	}

	@Test
	void exactOriginsAndSuffixesLoadNoAutomaton() throws Exception {
		try (RecordingClassLoader loader = new RecordingClassLoader()) {
			Class<?> probe = loader.loadClass(Probe.class.getName());
			assertThat(probe.getDeclaredMethod("exactOriginsAndSuffixes").invoke(null)).isEqualTo("truetrue");
			assertThat(loader.loaded).contains(OriginAllowlist.class.getName(), HostTrie.class.getName())
				.noneMatch((name) -> name.contains("Determinizer") || name.contains("Expression")
						|| name.contains("Language") || name.contains("PublicSuffix"));
			assertThat(probe.getDeclaredMethod("innerWildcard").invoke(null)).isEqualTo("true");
			assertThat(loader.loaded).anyMatch((name) -> name.contains("Determinizer"));
		}
	}

	/**
	 * Runs inside the class loader of the test above.
	 */
	public static class Probe {

		public static String exactOriginsAndSuffixes() {
			OriginAllowlist exact = OriginAllowlist.builder().add(ExactOrigin.parse("https://a.example")).build();
			OriginAllowlist suffix = OriginAllowlist.builder()
				.add(new OriginEntryParser().pattern("https://*.a.example:[*]"))
				.add(new OriginEntryParser().pattern("https://*:81"))
				.build();
			return "" + exact.allows("https://a.example") + suffix.allows("https://b.a.example");
		}

		public static String innerWildcard() {
			OriginAllowlist allowlist = OriginAllowlist.builder()
				.add(new OriginEntryParser().pattern("https://a-*.example"))
				.build();
			return "" + allowlist.allows("https://a-1.example");
		}

	}

	/**
	 * Loads the classes of this project itself, and notes their names.
	 */
	private static final class RecordingClassLoader extends URLClassLoader {

		private final List<String> loaded = new ArrayList<>();

		RecordingClassLoader() {
			super(new URL[] { location(OriginAllowlist.class), location(Probe.class) },
					OriginAllowlistCostTests.class.getClassLoader());
		}

		private static URL location(Class<?> type) {
			return type.getProtectionDomain().getCodeSource().getLocation();
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith("io.github.corsstarter.")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> type = findLoadedClass(name);
				if (type == null) {
					this.loaded.add(name);
					type = findClass(name);
				}
				return type;
			}
		}

	}

}
