package io.github.corsstarter.source;

import io.github.corsstarter.web.TenantAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * The tenant by whose origins an exchange of the reactive stack was decided. Hold it
 * against the tenant of the session: a page of one tenant must not act for the user of
 * another.
 */
public final class ReactiveCorsTenant {

	private ReactiveCorsTenant() {
	}

	/**
	 * Return the tenant of an exchange that has passed the filter.
	 * @param exchange the exchange
	 * @return the tenant, or {@code null} if no policy with a source of origins has
	 * decided, or the request has no tenant
	 */
	public static @Nullable String of(ServerWebExchange exchange) {
		return exchange.getAttribute(TenantAttribute.NAME);
	}

}
