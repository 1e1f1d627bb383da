package io.github.corsstarter.origin;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Schemes of origins.
 */
public final class Schemes {

	/**
	 * Schemes of which browsers send no origin, because pages of them have the origin
	 * {@code null} or that of another page, or because there are no pages of them.
	 */
	public static final Set<String> NEVER_SENT = Set.of("about", "blob", "data", "file", "filesystem", "ftp",
			"javascript", "mailto", "view-source", "ws", "wss");

	private Schemes() {
	}

	/**
	 * Return the scheme of an entry if browsers send no origin with it.
	 * @param entry an exact origin or a pattern, which need not be well-formed
	 * @return the scheme in lower case, or {@code null} if browsers may send it
	 */
	public static @Nullable String neverSent(String entry) {
		String text = entry.strip();
		String scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
		return NEVER_SENT.contains(scheme) ? scheme : null;
	}

}
