package io.github.corsstarter.source;

import org.jspecify.annotations.Nullable;

/**
 * Tells whose request it is, where neither the host nor a path variable is the tenant by
 * itself. A source of origins names the bean as its {@code tenant}, with {@code bean:}
 * ahead of its name. An implementation is safe for use by several threads, answers from
 * memory, and is called for every cross-origin request, before security.
 */
@FunctionalInterface
public interface TenantResolver {

	/**
	 * Return the tenant of a request. There is nothing more to tell it by: a preflight
	 * has no cookies and no token, and what else a page sends is the page's choice.
	 * @param host the host that the request was sent to, after forwarded headers, in
	 * lower case, without port and trailing dot, an IPv6 address in brackets;
	 * {@code null} if unknown
	 * @param path the raw path within the application, without empty segments, {@code .}
	 * and {@code ..}; called once for each way in which the path can be read
	 * @return the tenant as {@link OriginSource} names it, or {@code null} if there is
	 * none; an exception is none too
	 */
	@Nullable String tenantOf(@Nullable String host, String path);

}
