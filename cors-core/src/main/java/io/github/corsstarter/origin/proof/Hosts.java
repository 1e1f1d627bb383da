package io.github.corsstarter.origin.proof;

/**
 * Hosts of http and https origins that are asked about.
 */
public enum Hosts {

	/**
	 * The very machine that asks: {@code localhost} and below, loopback and unspecified
	 * addresses, and public names known to resolve to them.
	 */
	LOOPBACK,

	/**
	 * Other hosts of a private network: private, shared and link-local addresses,
	 * special-use names, and names of a single label.
	 */
	PRIVATE,

	/** All other hosts, as far as they are reached by http. */
	INSECURE

}
