package io.github.corsstarter.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginLanguage;
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

		EXACT(RuleId.INVALID_ORIGIN) {
			@Override
			AllowedOrigin parse(ConfiguredValue<String> value) {
				if (isPlainWildcard(value)) {
					return AllowedOrigin.plainWildcard(value);
				}
				Origin origin = Origin.ofConfigured(value.value());
				return AllowedOrigin.exact(value, origin.toString(), OriginLanguage.of(origin));
			}
		},

		PATTERN(RuleId.INVALID_PATTERN) {
			@Override
			AllowedOrigin parse(ConfiguredValue<String> value) {
				if (isPlainWildcard(value)) {
					return AllowedOrigin.plainWildcard(value);
				}
				OriginPattern pattern = OriginPattern.parse(value.value());
				return AllowedOrigin.set(value, pattern.toString(), OriginLanguage.of(pattern));
			}
		},

		REGEX(RuleId.INVALID_REGEX) {
			@Override
			AllowedOrigin parse(ConfiguredValue<String> value) {
				OriginRegex regex = OriginRegex.parse(value.value());
				return AllowedOrigin.set(value, regex.toString(), OriginLanguage.of(regex));
			}
		};

		private final RuleId rule;

		Kind(RuleId rule) {
			this.rule = rule;
		}

		abstract AllowedOrigin parse(ConfiguredValue<String> value);

		private static boolean isPlainWildcard(ConfiguredValue<String> value) {
			return AllowedOrigin.PLAIN_WILDCARD.equals(value.value());
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
				return new Entry(value, kind, kind.parse(value), null);
			}
			catch (OriginSyntaxException ex) {
				return new Entry(value, kind, null, ex);
			}
		}

	}

}
