package io.github.corsstarter.policy;

import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;

/**
 * One entry of a policy's three origin lists, as a predicate of its own.
 */
final class OriginEntry {

	private final ConfiguredValue<String> configured;

	private final Predicate<String> predicate;

	private OriginEntry(ConfiguredValue<String> configured, Predicate<String> predicate) {
		this.configured = configured;
		this.predicate = predicate;
	}

	/**
	 * Returns the entries of a policy in the order of the three keys.
	 * @param policy the policy
	 * @return the entries, parsed one after another while the stream is read
	 */
	static Stream<OriginEntry> of(EffectivePolicy policy) {
		return Stream.of(policy.allowedOrigins().stream().map((value) -> new OriginEntry(value, exact(value.value()))),
				policy.allowedOriginPatterns().stream().map((value) -> new OriginEntry(value, pattern(value.value()))),
				policy.allowedOriginRegexes()
					.stream()
					.map((value) -> new OriginEntry(value, OriginRegex.parse(value.value())::matches)))
			.flatMap((entries) -> entries);
	}

	private static Predicate<String> exact(String text) {
		return "*".equals(text) ? OriginEntry::isAnyButNull : Origin.ofConfigured(text).toString()::equals;
	}

	private static Predicate<String> pattern(String text) {
		return "*".equals(text) ? OriginEntry::isAnyButNull : OriginPattern.parse(text)::matches;
	}

	private static boolean isAnyButNull(String origin) {
		return !"null".equals(origin) && Origin.isWellFormed(origin);
	}

	ConfiguredValue<String> configured() {
		return this.configured;
	}

	boolean accepts(String origin, boolean open) {
		return (open && "*".equals(this.configured.value())) || this.predicate.test(origin);
	}

}
