package io.github.corsstarter.validation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whom a host can be reached by, as far as its name or address tells.
 */
enum HostScope {

	/** The visitor's own machine. */
	LOOPBACK,

	/** A private network, and whoever happens to be in it. */
	PRIVATE,

	/** Everybody. */
	PUBLIC;

	/** Names that resolve to the loopback address, and all names below them. */
	private static final List<String> LOOPBACK_NAMES = List.of("localhost", "localtest.me", "lvh.me", "vcap.me");

	private static final List<String> PRIVATE_NAMES = List.of("local", "localdomain", "internal", "test", "lan", "home",
			"home.arpa", "corp", "intranet", "private");

	/**
	 * Classifies the host of an http or https origin.
	 * @param host a serialised host, an IPv6 address with its brackets
	 * @return its scope
	 */
	static HostScope of(String host) {
		if (host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1)) && isIpv4(host)) {
			return of(address(host));
		}
		if (isBelow(host, LOOPBACK_NAMES)) {
			return LOOPBACK;
		}
		return (host.indexOf('.') < 0 || isBelow(host, PRIVATE_NAMES)) ? PRIVATE : PUBLIC;
	}

	private static boolean isIpv4(String host) {
		return host.chars().allMatch((c) -> c == '.' || (c >= '0' && c <= '9'));
	}

	private static boolean isBelow(String host, List<String> names) {
		return names.stream().anyMatch((name) -> host.equals(name) || host.endsWith("." + name));
	}

	/**
	 * Reads an address. An address that maps an IPv4 address is that one.
	 */
	private static InetAddress address(String literal) {
		try {
			return InetAddress.getByName(literal);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("No address: " + literal, ex);
		}
	}

	private static HostScope of(InetAddress address) {
		if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
			return LOOPBACK;
		}
		boolean isPrivate = address.isSiteLocalAddress() || address.isLinkLocalAddress()
				|| ((address instanceof Inet6Address) ? isUniqueLocal(address.getAddress())
						: isSharedAddressSpace(address.getAddress()));
		return isPrivate ? PRIVATE : PUBLIC;
	}

	/** fc00::/7, RFC 4193. */
	private static boolean isUniqueLocal(byte[] address) {
		return (address[0] & 0xfe) == 0xfc;
	}

	/** 100.64.0.0/10, RFC 6598. */
	private static boolean isSharedAddressSpace(byte[] address) {
		return address[0] == 100 && (address[1] & 0xc0) == 0x40;
	}

}
