package io.github.corsstarter.validation;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * One origin. Judging it takes a look at its host and nothing else.
 *
 * @param configured the entry
 * @param origin the origin
 */
record ExactOrigin(ConfiguredValue<String> configured, Origin origin) implements AllowedOrigin {

	@Override
	public String spelling() {
		return this.origin.toString();
	}

	@Override
	public boolean isAnyOrigin() {
		return false;
	}

	@Override
	public @Nullable String loopbackExample() {
		return exampleIf(isWeb() && scope() == HostScope.LOOPBACK);
	}

	@Override
	public @Nullable String privateNetworkExample() {
		return exampleIf(isWeb() && scope() == HostScope.PRIVATE);
	}

	@Override
	public @Nullable String insecureExample() {
		return exampleIf("http".equals(this.origin.scheme()) && scope() == HostScope.PUBLIC);
	}

	@Override
	public boolean covers(AllowedOrigin other) {
		return other instanceof ExactOrigin exact && this.origin.equals(exact.origin);
	}

	private boolean isWeb() {
		return "http".equals(this.origin.scheme()) || "https".equals(this.origin.scheme());
	}

	private HostScope scope() {
		return HostScope.of(this.origin.host());
	}

	private @Nullable String exampleIf(boolean condition) {
		return condition ? this.origin.toString() : null;
	}

}
