package io.github.corsstarter.origin;

import org.jspecify.annotations.Nullable;

/**
 * A serialised origin, as browsers send it in the {@code Origin} header
 * (<a href="https://fetch.spec.whatwg.org/#origin-header">Fetch standard</a>): scheme,
 * host and port, or the literal {@code null}. Two origins are equal when their
 * serialisations are.
 */
public final class Origin {

	private final String serialization;

	/** Where the parts are, or {@link OriginGrammar#NULL}. */
	private final long scan;

	private Origin(String serialization, long scan) {
		this.serialization = serialization;
		this.scan = scan;
	}

	/**
	 * Return whether a text is a serialised origin, {@code null} included. Never throws,
	 * allocates nothing, and takes time linear in the length of the text, up to 512
	 * characters.
	 * @param value the value of an {@code Origin} header
	 * @return whether {@link #parse(String)} would return an origin
	 */
	public static boolean isWellFormed(String value) {
		return OriginGrammar.scan(value) != OriginGrammar.MALFORMED;
	}

	/**
	 * Parse the value of an {@code Origin} header. Nothing is normalised: what no browser
	 * sends is malformed. Never throws.
	 * @param value the value of an {@code Origin} header
	 * @return the origin, whose {@link #toString()} equals the value, or {@code null}
	 * when the value is malformed
	 */
	public static @Nullable Origin parse(String value) {
		long scan = OriginGrammar.scan(value);
		return (scan != OriginGrammar.MALFORMED) ? new Origin(value, scan) : null;
	}

	/**
	 * Return whether this is the opaque origin {@code null}, which every sandboxed
	 * document and local file shares.
	 * @return whether this origin is {@code null}
	 */
	public boolean isNull() {
		return this.scan == OriginGrammar.NULL;
	}

	/**
	 * Return the scheme.
	 * @return the scheme in lower case, empty for {@code null}
	 */
	public String scheme() {
		return isNull() ? "" : this.serialization.substring(0, OriginGrammar.schemeEnd(this.scan));
	}

	/**
	 * Return the host.
	 * @return the host as serialised, an IPv6 address with its brackets; empty for
	 * {@code null}
	 */
	public String host() {
		return isNull() ? ""
				: this.serialization.substring(OriginGrammar.hostStart(this.scan), OriginGrammar.hostEnd(this.scan));
	}

	/**
	 * Return the effective port.
	 * @return the port that is written, else the default port of http, https, ws and wss,
	 * else -1
	 */
	public int port() {
		return isNull() ? OriginGrammar.NO_PORT : OriginGrammar.port(this.scan);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Origin that && this.serialization.equals(that.serialization));
	}

	@Override
	public int hashCode() {
		return this.serialization.hashCode();
	}

	/**
	 * Return the serialisation, as browsers send it.
	 */
	@Override
	public String toString() {
		return this.serialization;
	}

}
