package io.github.corsstarter.origin.entry;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginGrammar;
import org.jspecify.annotations.Nullable;

/**
 * A set of effective ports, {@link OriginGrammar#NO_PORT} among them where a scheme has
 * no default port. Immutable.
 */
public final class PortSet {

	/** No port at all, not even none. */
	public static final PortSet EMPTY = new PortSet(new int[0]);

	/** Any port or none. */
	static final PortSet ANY = new PortSet(null);

	private final int @Nullable [] ports;

	private PortSet(int @Nullable [] ports) {
		this.ports = ports;
	}

	static PortSet of(int... ports) {
		return new PortSet(IntStream.of(ports).sorted().distinct().toArray());
	}

	/**
	 * Return whether a port is among these.
	 * @param port a port
	 * @return whether it is
	 */
	public boolean contains(int port) {
		return this.ports == null || Arrays.binarySearch(this.ports, port) >= 0;
	}

	/**
	 * Return these ports and others.
	 * @param other other ports
	 * @return a set of both
	 */
	public PortSet union(PortSet other) {
		if (this.ports == null || other.ports == null) {
			return ANY;
		}
		return of(IntStream.concat(IntStream.of(this.ports), IntStream.of(other.ports)).toArray());
	}

	/**
	 * Return the ports.
	 * @return the ports in ascending order, or {@code null} for {@link #ANY}
	 */
	int @Nullable [] toArray() {
		return (this.ports != null) ? this.ports.clone() : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PortSet that && Arrays.equals(this.ports, that.ports);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.ports);
	}

}
