package io.github.corsstarter.origin.data;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param normalized the entry in its normalised spelling, or {@code null} if it has none
 * or is refused whatever it is
 * @param rule the id of the rule that refuses it, or {@code null} if it is accepted
 * @param message why it is refused, in one or two sentences, or {@code null}
 */
public record JudgedOrigin(@Nullable String normalized, @Nullable String rule, @Nullable String message) {

	/** The rule of entries that are more than there may be. */
	static final String TOO_MANY = "too-many-origins";

	static JudgedOrigin accepted(String normalized) {
		return new JudgedOrigin(normalized, null, null);
	}

	static JudgedOrigin tooMany(@Nullable String normalized, OriginLimits limits) {
		return refused(normalized, TOO_MANY, "A tenant may have %d origins, and all tenants together %d."
			.formatted(limits.perTenant(), limits.all()));
	}

	static JudgedOrigin refused(@Nullable String normalized, String rule, String message) {
		return new JudgedOrigin(normalized, rule, message);
	}

	/**
	 * Return the entry if it is accepted.
	 * @return its normalised spelling, or {@code null} if it is refused
	 */
	@Nullable String accepted() {
		return isRefused() ? null : this.normalized;
	}

	/**
	 * Return whether the entry is refused.
	 * @return {@code true} if there is a rule that refuses it
	 */
	public boolean isRefused() {
		return this.rule != null;
	}

}
