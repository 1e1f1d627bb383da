package io.github.corsstarter.origin.match;

import java.util.stream.IntStream;

import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginAllowlist}.
 */
class OriginAllowlistTests {

	@Test
	void emptyAllowlistAllowsNothing() {
		OriginAllowlist allowlist = OriginAllowlist.builder().build();
		assertThat(allowlist.allows("https://a.example")).isFalse();
		assertThat(allowlist.allows("null")).isFalse();
		assertThat(allowlist.allows("")).isFalse();
		assertThat(allowlist.size()).isZero();
	}

	@Test
	void exactOriginAllowsItselfOnly() {
		OriginAllowlist allowlist = OriginAllowlist.builder().add(ExactOrigin.parse("https://a.example")).build();
		assertThat(allowlist.allows("https://a.example")).isTrue();
		assertThat(allowlist.allows("https://a.example:443")).isFalse();
		assertThat(allowlist.allows("https://A.example")).isFalse();
		assertThat(allowlist.allows("http://a.example")).isFalse();
		assertThat(allowlist.allows("https://b.a.example")).isFalse();
		assertThat(allowlist.allows("null")).isFalse();
	}

	@Test
	void nullIsAllowedOnlyWhenItWasAdded() {
		OriginAllowlist any = OriginAllowlist.builder().add(AnyOrigin.INSTANCE).build();
		assertThat(any.allows("null")).isFalse();
		OriginAllowlist listed = OriginAllowlist.builder()
			.add(AnyOrigin.INSTANCE)
			.add(ExactOrigin.parse("null"))
			.build();
		assertThat(listed.allows("null")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example", "http://127.0.0.1", "http://[::1]:3000", "chrome-extension://abc" })
	void anyOriginAllowsEveryWellFormedOrigin(String origin) {
		assertThat(OriginAllowlist.builder().add(AnyOrigin.INSTANCE).build().allows(origin)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*", "a.example", "https://a.example/", "https://a.example:443", "https://A.example" })
	void malformedOriginIsNeverAllowed(String origin) {
		OriginAllowlist allowlist = OriginAllowlist.builder()
			.add(AnyOrigin.INSTANCE)
			.add(new OriginEntryParser().pattern("https://*:*"))
			.add(new OriginEntryParser().pattern("https://*a*:*"))
			.add(new OriginEntryParser().regex(".*"))
			.build();
		assertThat(allowlist.allows(origin)).isFalse();
		assertThat(allowlist.allows("https://" + "a.".repeat(300) + "example")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.one.example", "https://b.a.one.example", "https://a.two.example:8443",
			"https://a.two.example", "http://localhost:3000", "http://localhost", "http://127.0.0.1:81", "http://[::1]",
			"https://pr-1.two.example", "https://a.deep.one.example:81", "https://x.y.pr-2.three.example",
			"capacitor://localhost", "https://k8s-7.regex.example", "https://deep.one.example:81" })
	void anyEntryIsEnough(String origin) {
		assertThat(manyEntries().allows(origin)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://one.example", "http://a.one.example", "https://a.one.example:8443",
			"https://a.two.example:81", "https://two.example", "https://localhost", "http://a.localhost",
			"http://127.0.0.1", "http://[::1]:80", "http://[::2]", "https://pr-.two.example:82",
			"https://one.example:81", "https://pr-2.three.example", "https://x.pr-2.y.three.example", "https://example",
			"https://1.2.3.4", "capacitor://localhost:1", "https://a.regex.example", "https://aone.example", "null" })
	void nothingElseIsAllowed(String origin) {
		assertThat(manyEntries().allows(origin)).isFalse();
	}

	private static OriginAllowlist manyEntries() {
		return OriginAllowlist.builder()
			.add(new OriginEntryParser().pattern("https://*.one.example"))
			.add(new OriginEntryParser().pattern("https://*.one.example:81"))
			.add(new OriginEntryParser().pattern("https://*.two.example:[8443,443]"))
			.add(new OriginEntryParser().pattern("https://pr-*.two.example"))
			.add(new OriginEntryParser().pattern("https://*.pr-*.three.example"))
			.add(new OriginEntryParser().pattern("http://localhost:[*]"))
			.add(new OriginEntryParser().pattern("http://127.0.0.1:81"))
			.add(new OriginEntryParser().pattern("http://[::1]"))
			.add(new OriginEntryParser().pattern("capacitor://localhost"))
			.add(new OriginEntryParser().regex("https://k8s-\\d\\.regex\\.example"))
			.build();
	}

	@Test
	void regexMayMatchAnAddress() {
		OriginAllowlist allowlist = OriginAllowlist.builder()
			.add(new OriginEntryParser().pattern("http://*a*:*"))
			.add(new OriginEntryParser().regex("http://192\\.168\\.\\d{1,3}\\.\\d{1,3}(:\\d+)?"))
			.build();
		assertThat(allowlist.allows("http://192.168.0.1:3000")).isTrue();
		assertThat(allowlist.allows("http://192.168.0.256")).isFalse();
	}

	@Test
	void numberInTheLastLabelIsNoMatchForWildcards() {
		OriginAllowlist allowlist = OriginAllowlist.builder()
			.add(new OriginEntryParser().pattern("foo://*"))
			.add(new OriginEntryParser().pattern("foo://a.*"))
			.add(new OriginEntryParser().pattern("foo://a*.1.x*"))
			.build();
		assertThat(allowlist.allows("foo://a.b")).isTrue();
		assertThat(allowlist.allows("foo://a.1")).isFalse();
		assertThat(allowlist.allows("foo://127.0.0.1")).isFalse();
	}

	@Test
	void sizeCountsDifferentEntries() {
		OriginAllowlist.Builder builder = OriginAllowlist.builder()
			.add(ExactOrigin.parse("https://a.example"))
			.add(ExactOrigin.parse("https://a.example:443"))
			.add(new OriginEntryParser().pattern("https://*.a.example"))
			.add(new OriginEntryParser().pattern("https://*.A.example"))
			.add(new OriginEntryParser().regex("https://a"))
			.add(new OriginEntryParser().regex("https://a"));
		assertThat(builder.build().size()).isEqualTo(3);
		assertThat(builder.add(AnyOrigin.INSTANCE).build().size()).isEqualTo(4);
	}

	@Test
	void builtAllowlistDoesNotChange() {
		OriginAllowlist.Builder builder = OriginAllowlist.builder().add(ExactOrigin.parse("https://a.example"));
		OriginAllowlist allowlist = builder.build();
		IntStream.range(0, 100).forEach((i) -> builder.add(ExactOrigin.parse("https://b" + i + ".example")));
		builder.add(new OriginEntryParser().pattern("https://*.b.example"));
		assertThat(allowlist.allows("https://b1.example")).isFalse();
		assertThat(allowlist.allows("https://a.b.example")).isFalse();
		assertThat(allowlist.size()).isEqualTo(1);
		assertThat(builder.build().allows("https://b99.example")).isTrue();
	}

	@Test
	void manyOriginsWithTheSameHashAreToldApart() {
		OriginAllowlist.Builder builder = OriginAllowlist.builder();
		for (String name : collisions(10)) {
			builder.add(ExactOrigin.parse("foo://" + name));
			builder.add(new OriginEntryParser().pattern("bar://*." + name));
		}
		OriginAllowlist allowlist = builder.build();
		for (String name : collisions(10)) {
			assertThat(allowlist.allows("foo://" + name)).isTrue();
			assertThat(allowlist.allows("bar://x." + name)).isTrue();
			assertThat(allowlist.allows("bar://" + name)).isFalse();
		}
		assertThat(allowlist.allows("foo://" + "AaBB".repeat(3))).isFalse();
		assertThat(allowlist.allows("bar://x." + "AaBB".repeat(3))).isFalse();
	}

	private static String[] collisions(int pairs) {
		return IntStream.range(0, 1 << pairs).mapToObj((bits) -> {
			StringBuilder name = new StringBuilder();
			for (int i = 0; i < pairs; i++) {
				name.append(((bits >> i & 1) == 0) ? "Aa" : "BB");
			}
			return name.toString();
		}).toArray(String[]::new);
	}

}
