package io.github.corsstarter.validation;

import java.util.Collection;
import java.util.function.Predicate;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * A pattern or a regular expression.
 *
 * @param configured the entry
 * @param spelling the entry as it is matched
 * @param matcher tells which origins it accepts
 */
record OriginSet(ConfiguredValue<String> configured, String spelling,
		Predicate<String> matcher) implements AllowedOrigin {

	static boolean isAnyOrigin(Collection<OriginSet> sets) {
		return false;
	}

	@Override
	public boolean isAnyOrigin() {
		return false;
	}

	@Override
	public @Nullable String loopbackExample() {
		return null;
	}

	@Override
	public @Nullable String privateNetworkExample() {
		return null;
	}

	@Override
	public @Nullable String insecureExample() {
		return null;
	}

	@Override
	public boolean covers(AllowedOrigin other) {
		return this.matcher.test(other.spelling()) || this.spelling.equals(other.spelling());
	}

}
