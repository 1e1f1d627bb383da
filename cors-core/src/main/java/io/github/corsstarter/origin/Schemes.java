package io.github.corsstarter.origin;

import java.util.Set;

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

}
