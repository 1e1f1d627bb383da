package io.github.corsstarter.origin.data;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the data that is left out.
 *
 * @param tenant the tenant whose entry it is
 * @param origin the entry as it is in the data, shortened to 512 characters
 * @param rule the id of the rule that refuses it
 * @param message why, in one or two sentences
 * @param at when it was refused
 */
public record RefusedOrigin(String tenant, String origin, String rule, String message, Instant at) {

	private static final int SHOWN = 512;

	static RefusedOrigin of(String tenant, @Nullable String origin, JudgedOrigin judged, Instant at) {
		String text = String.valueOf(origin);
		return new RefusedOrigin(tenant, (text.length() > SHOWN) ? text.substring(0, SHOWN) : text,
				String.valueOf(judged.rule()), String.valueOf(judged.message()), at);
	}

}
