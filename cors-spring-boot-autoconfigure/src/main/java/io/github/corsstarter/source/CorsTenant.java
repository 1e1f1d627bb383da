package io.github.corsstarter.source;

import io.github.corsstarter.web.TenantAttribute;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The tenant by whose origins a request of the servlet stack was decided. Hold it against
 * the tenant of the session: a page of one tenant must not act for the user of another.
 */
public final class CorsTenant {

	private CorsTenant() {
	}

	/**
	 * Return the tenant of a request that has passed the filter.
	 * @param request the request
	 * @return the tenant, or {@code null} if no policy with a source of origins has
	 * decided, or the request has no tenant
	 */
	public static @Nullable String of(HttpServletRequest request) {
		return (String) request.getAttribute(TenantAttribute.NAME);
	}

}
