package io.github.corsstarter.validation;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * The plain wildcard. That it accepts any origin says everything about it, so it has no
 * examples.
 *
 * @param configured the entry
 */
record AnyOrigin(ConfiguredValue<String> configured) implements AllowedOrigin {

	@Override
	public String spelling() {
		return this.configured.value();
	}

	@Override
	public boolean isAnyOrigin() {
		return true;
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
		return !(other instanceof ExactOrigin exact && exact.origin().isNull());
	}

}
