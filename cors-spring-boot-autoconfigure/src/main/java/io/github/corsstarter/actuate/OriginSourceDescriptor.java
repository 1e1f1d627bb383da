package io.github.corsstarter.actuate;

import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Description of the source that a policy has further origins of; never of the origins.
 *
 * @param name the name of the bean
 * @param tenant where the tenant of a request is taken from
 * @param state {@code loading} until the first load, {@code loaded}, {@code failed} where
 * the last load failed and the one before is kept, {@code stale} where it was dropped
 * @param tenants how many tenants have an origin
 * @param origins how many origins there are
 * @param refused how many entries are left out
 * @param loadedAt when they were last loaded, as an ISO-8601 instant
 * @param lastError why the last load failed
 */
public record OriginSourceDescriptor(String name, String tenant, String state, int tenants, long origins, long refused,
		@Nullable String loadedAt, @Nullable String lastError) {

	static @Nullable OriginSourceDescriptor of(CorsPolicy policy) {
		AdditionalOrigins additional = policy.additionalOrigins();
		return (additional != null) ? of(additional.status()) : null;
	}

	private static OriginSourceDescriptor of(AdditionalOrigins.Status status) {
		return new OriginSourceDescriptor(status.name(), status.tenant(), status.state(), status.tenants(),
				status.origins(), status.refused(), (status.loadedAt() != null) ? status.loadedAt().toString() : null,
				status.lastError());
	}

}
