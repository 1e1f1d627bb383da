package io.github.corsstarter.test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * Names a key, its value and the place where it is written.
 */
final class WrittenKey {

	private static final int MAX_SHOWN = 10;

	private WrittenKey() {
	}

	static String of(ConfiguredValue<?> value) {
		return of(value.property(), value.text(), value.location());
	}

	static String of(ConfiguredList list) {
		List<String> texts = list.texts();
		String shown = texts.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "));
		return of(list.key(), texts.isEmpty() ? "(nothing)" : shown + ((texts.size() > MAX_SHOWN) ? ", …" : ""),
				list.location());
	}

	private static String of(String key, String text, @Nullable Location location) {
		return key + " = " + ClientText.printable(text) + " "
				+ ((location != null) ? location.phrase() : "(set in no file)");
	}

	/**
	 * Return what accepts an origin.
	 * @param policy the policy
	 * @param origin an origin that it accepts
	 * @return the entry
	 */
	static String ofEntry(CorsPolicy policy, String origin) {
		ConfiguredValue<String> entry = policy.matchedBy(origin);
		return (entry != null) ? of(entry) : "the origins of policy '" + policy.name() + "'";
	}

	/**
	 * Return what a rejection is about.
	 * @param policy the policy that rejects
	 * @param reason why
	 * @return the keys
	 */
	static String ofReason(CorsPolicy policy, RejectionReason reason) {
		EffectivePolicy definition = policy.definition();
		return switch (reason) {
			case METHOD_NOT_ALLOWED -> of(definition.allowedMethods());
			case HEADER_NOT_ALLOWED -> of(definition.allowedHeaders());
			default -> ofOrigins(definition);
		};
	}

	private static String ofOrigins(EffectivePolicy definition) {
		List<ConfiguredList> lists = Stream
			.of(definition.allowedOrigins(), definition.allowedOriginPatterns(), definition.allowedOriginRegexes())
			.filter((list) -> !list.texts().isEmpty())
			.toList();
		return lists.isEmpty() ? of(definition.allowedOrigins())
				: lists.stream().map(WrittenKey::of).collect(Collectors.joining("; "));
	}

}
