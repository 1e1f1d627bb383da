package io.github.corsstarter.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginRegex;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Parses origin entries, each only once however many rules and policies look at it.
 */
final class OriginParser {

	private final Map<ConfiguredValue<String>, Entry> entries = new HashMap<>();

	/**
	 * Parses the three origin lists of a policy.
	 * @param origins exact origins, or {@code null}
	 * @param patterns origin patterns, or {@code null}
	 * @param regexes regular expressions, or {@code null}
	 * @return the entries in declared order
	 */
	Stream<Entry> entries(@Nullable ConfiguredList origins, @Nullable ConfiguredList patterns,
			@Nullable ConfiguredList regexes) {
		return Stream.of(entries(origins, Kind.EXACT), entries(patterns, Kind.PATTERN), entries(regexes, Kind.REGEX))
			.flatMap((entry) -> entry);
	}

	private Stream<Entry> entries(@Nullable ConfiguredList list, Kind kind) {
		return (list != null) ? list.values().stream().map((value) -> parse(value, kind)) : Stream.empty();
	}

	private Entry parse(ConfiguredValue<String> value, Kind kind) {
		return this.entries.computeIfAbsent(value, (key) -> Entry.parse(key, kind));
	}

	/**
	 * What an entry is written as.
	 */
	enum Kind {

		EXACT(RuleId.INVALID_ORIGIN,
				(value) -> AllowedOrigin.isPlainWildcard(value) ? new AnyOrigin(value)
						: new ExactOrigin(value, Origin.ofConfigured(value.value()))),

		PATTERN(RuleId.INVALID_PATTERN,
				(value) -> AllowedOrigin.isPlainWildcard(value) ? new AnyOrigin(value)
						: pattern(value, OriginPattern.parse(value.value()))),

		REGEX(RuleId.INVALID_REGEX, (value) -> regex(value, OriginRegex.parse(value.value())));

		private final RuleId rule;

		private final Function<ConfiguredValue<String>, AllowedOrigin> parser;

		Kind(RuleId rule, Function<ConfiguredValue<String>, AllowedOrigin> parser) {
			this.rule = rule;
			this.parser = parser;
		}

		private static AllowedOrigin pattern(ConfiguredValue<String> value, OriginPattern pattern) {
			return new OriginSet(value, pattern.toString(), pattern::matches);
		}

		private static AllowedOrigin regex(ConfiguredValue<String> value, OriginRegex regex) {
			return new OriginSet(value, regex.toString(), regex::matches);
		}

		/**
		 * Returns the rule that a malformed entry violates.
		 * @return the rule
		 */
		RuleId rule() {
			return this.rule;
		}

	}

	/**
	 * A parsed entry: either it is an origin, or there is an error.
	 *
	 * @param configured the entry
	 * @param kind what it is written as
	 * @param origin the origin or origins it allows
	 * @param error why it allows none
	 */
	record Entry(ConfiguredValue<String> configured, Kind kind, @Nullable AllowedOrigin origin,
			@Nullable OriginSyntaxException error) {

		static Entry parse(ConfiguredValue<String> value, Kind kind) {
			try {
				return new Entry(value, kind, kind.parser.apply(value), null);
			}
			catch (OriginSyntaxException ex) {
				return new Entry(value, kind, null, ex);
			}
		}

	}

}
