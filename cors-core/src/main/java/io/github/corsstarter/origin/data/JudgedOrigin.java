package io.github.corsstarter.origin.data;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param normalized the entry in its normalised spelling, or {@code null} if it has none
 * @param texts what is matched: the normalised spelling, once for each port of a list;
 * empty if the entry is refused
 * @param rule the id of the rule that refuses it, or {@code null} if it is accepted
 * @param message why it is refused, in one or two sentences, or {@code null}
 */
public record JudgedOrigin(@Nullable String normalized, List<String> texts, @Nullable String rule,
		@Nullable String message) {

	/** The rule of entries that are more than there may be. */
	public static final String TOO_MANY = "too-many-origins";

	static JudgedOrigin accepted(String normalized, List<String> texts) {
		return new JudgedOrigin(normalized, texts, null, null);
	}

	static JudgedOrigin refused(@Nullable String normalized, String rule, String message) {
		return new JudgedOrigin(normalized, List.of(), rule, message);
	}

	/**
	 * Return whether the entry is refused.
	 * @return {@code true} if there is a rule that refuses it
	 */
	public boolean isRefused() {
		return this.rule != null;
	}

}
