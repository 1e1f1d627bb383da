package io.github.corsstarter.origin.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.many;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * Addresses that begin alike. Those of IPv4 are kept as the IPv6 addresses that they are
 * mapped to, which belong to the same network.
 */
final class Network {

	private static final String MAPPED = "::ffff:";

	private static final int MAPPED_BITS = 96;

	private static final int GROUP_BITS = 16;

	private static final String DIGITS = "0123456789abcdef";

	private final String name;

	private final int[] groups;

	private final int bits;

	private final boolean ipv4;

	private final boolean loopback;

	private Network(String name, boolean loopback) {
		this.name = name;
		this.loopback = loopback;
		int slash = name.indexOf('/');
		String address = name.substring(0, (slash < 0) ? name.length() : slash);
		this.ipv4 = address.indexOf('.') >= 0;
		this.groups = Objects.requireNonNull(address(address));
		this.bits = (slash < 0) ? Ipv6Address.GROUPS * GROUP_BITS
				: Integer.parseInt(name, slash + 1, name.length(), 10) + (this.ipv4 ? MAPPED_BITS : 0);
	}

	/** Create a network of the machine itself. */
	static Network loopback(String name) {
		return new Network(name, true);
	}

	/**
	 * Create a network.
	 * @param name an address as hosts have it, or one and the number of bits that count;
	 * of IPv6 no more bits than its first group has
	 * @return a network
	 */
	static Network of(String name) {
		return new Network(name, false);
	}

	/**
	 * Return the groups of an IPv6 address, or of the one that an IPv4 address is mapped
	 * to.
	 */
	static int @Nullable [] address(String host) {
		String address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		return Ipv6Address.parse((address.indexOf(':') < 0) ? MAPPED + address : address);
	}

	String name() {
		return this.name;
	}

	boolean isLoopback() {
		return this.loopback;
	}

	boolean contains(int[] address) {
		for (int group = 0; group < address.length; group++) {
			if ((this.groups[group] ^ address[group]) >>> (GROUP_BITS - fixed(group * GROUP_BITS, GROUP_BITS)) != 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return how many of some bits are the same in all addresses.
	 */
	private int fixed(int from, int count) {
		return Math.max(0, Math.min(count, this.bits - from));
	}

	/** Return an expression for hosts that are addresses. */
	Expression addresses() {
		if (this.ipv4) {
			return any(ipv4(text(".")), seq(text("[" + MAPPED), group(6), text(":"), group(7), text("]")));
		}
		return (fixed(0, GROUP_BITS) == this.bits)
				? seq(text("["), group(0), text(":"), many(CharacterSet.of(DIGITS + ":")), text("]")) : text(this.name);
	}

	/** Return the public names that spell one of the addresses, none for IPv6. */
	List<Expression> names() {
		return this.ipv4
				? List.of(AddressNames.of(ipv4(one(CharacterSet.of(".-")))), AddressNames.ofHexadecimal(hexadecimal()))
				: List.of();
	}

	/** Return the addresses and the names that spell them. */
	Expression hosts() {
		List<Expression> hosts = new ArrayList<>(names());
		hosts.add(0, addresses());
		return any(hosts);
	}

	private Expression ipv4(Expression separator) {
		List<Expression> parts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			int open = 0xFF >>> fixed(MAPPED_BITS + i * 8, 8);
			int first = this.groups[6 + i / 2] >>> ((i % 2 == 0) ? 8 : 0) & 0xFF & ~open;
			parts.add((i > 0) ? separator : text(""));
			parts.add(OriginShapes.number(first, first | open));
		}
		return seq(parts.toArray(Expression[]::new));
	}

	/** Return the eight digits of an IPv4 address. */
	private Expression hexadecimal() {
		return seq(IntStream.range(0, 8).mapToObj((i) -> one(digit(6 + i / 4, i % 4))).toArray(Expression[]::new));
	}

	/**
	 * Return what stands for a group, without leading zeros.
	 */
	private Expression group(int group) {
		if (fixed(group * GROUP_BITS, GROUP_BITS) == 0) {
			return new Repetition(one(CharacterSet.of(DIGITS)), 1, 4, 0, 0);
		}
		List<Expression> digits = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			CharacterSet digit = digit(group, i);
			if (!digits.isEmpty() || !digit.equals(CharacterSet.of('0')) || i == 3) {
				digits.add(one(digit));
			}
		}
		return seq(digits.toArray(Expression[]::new));
	}

	private CharacterSet digit(int group, int index) {
		int open = 0xF >>> fixed(group * GROUP_BITS + 4 * index, 4);
		int first = this.groups[group] >>> (12 - 4 * index) & 0xF & ~open;
		return CharacterSet.of(DIGITS.substring(first, (first | open) + 1));
	}

}
