package io.github.corsstarter.origin.data;

import java.util.Locale;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.ExactOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A host as the name of a tenant: in lower case, without port and trailing dot, an
 * internationalised name in punycode, an IPv6 address in brackets.
 */
public final class TenantHost {

	private TenantHost() {
	}

	/**
	 * Normalise a host. Never throws.
	 * @param host a host, perhaps with a port, as a request or as data have it
	 * @return the name of the tenant, the same instance if there is nothing to do;
	 * {@code null} if there is no host
	 */
	public static @Nullable String normalize(@Nullable String host) {
		if (host == null || host.isEmpty()) {
			return null;
		}
		return isNormal(host) ? host : normalizeText(host.strip());
	}

	private static boolean isNormal(String host) {
		for (int i = 0; i < host.length(); i++) {
			char c = host.charAt(i);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
			if (!plain) {
				return false;
			}
		}
		return host.charAt(host.length() - 1) != '.';
	}

	private static @Nullable String normalizeText(String host) {
		boolean bareAddress = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
		String authority = bareAddress ? "[" + host + "]" : host;
		int colon = authority.indexOf(':', authority.indexOf(']') + 1);
		String name = (colon >= 0) ? authority.substring(0, colon) : authority;
		name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
		if (name.isEmpty()) {
			return null;
		}
		try {
			return ExactOrigin.parse("https://" + name).origin().host();
		}
		catch (OriginSyntaxException ex) {
			return name.toLowerCase(Locale.ROOT);
		}
	}

}
