package io.github.corsstarter.origin.owner;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that cannot be registered: the machine itself, private networks, and names that
 * only mean something there. Single hosts are recognised without an automaton.
 */
public final class ReservedHosts {

	/** Name of the network of hosts whose names have only one label. */
	public static final String SINGLE_LABEL_HOSTS = "single-label hosts";

	/** Networks in which addresses are not assigned from outside. */
	private static final List<Network> NETWORKS = List.of(Network.loopback("127.0.0.0/8"), Network.loopback("0.0.0.0"),
			Network.loopback("[::1]"), Network.loopback("[::]"), Network.of("10.0.0.0/8"), Network.of("172.16.0.0/12"),
			Network.of("192.168.0.0/16"), Network.of("100.64.0.0/10"), Network.of("169.254.0.0/16"),
			Network.of("fc00::/7"), Network.of("fe80::/10"));

	/**
	 * Names that the public name system does not delegate, and below which every network
	 * has its own.
	 */
	private static final List<String> SPECIAL_NAMES = List.of("localhost", "local", "localdomain", "internal", "test",
			"lan", "home", "home.arpa", "corp", "intranet", "private");

	/**
	 * Names known to resolve to the machine itself, as does everything below them: public
	 * ones, and those of the hosts files that systems come with.
	 */
	private static final List<String> LOOPBACK_NAMES = List.of("localhost", "localhost.localdomain", "ip6-localhost",
			"ip6-loopback", "localtest.me", "lvh.me", "vcap.me");

	private ReservedHosts() {
	}

	/**
	 * Return whether a host is the machine itself.
	 * @param host the host of an origin of the web
	 * @return whether it is, by its name or its address
	 */
	public static boolean isLoopback(String host) {
		Network network = network(host);
		return (network != null) ? network.isLoopback() : nameAtOrAbove(host, LOOPBACK_NAMES) != null;
	}

	/**
	 * Return whether a host is on a private network.
	 * @param host the host of an origin of the web
	 * @return whether it is private, and not the machine itself
	 */
	public static boolean isPrivate(String host) {
		return !isPublic(host) && !isLoopback(host);
	}

	/**
	 * Return whether a host is neither the machine itself nor on a private network.
	 * @param host the host of an origin of the web
	 * @return whether others can reach it
	 */
	public static boolean isPublic(String host) {
		return !hasOneLabel(host) && nameAtOrAbove(host, SPECIAL_NAMES) == null
				&& nameAtOrAbove(host, LOOPBACK_NAMES) == null && network(host) == null;
	}

	/**
	 * Return the origins of the machine itself.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton loopback() {
		return LoopbackOrigins.AUTOMATON;
	}

	/**
	 * Return the origins of private networks.
	 * @return an automaton that also accepts texts that are no origins, but neither
	 * {@link #loopback()} nor {@link #privateNames()}
	 */
	public static Automaton privateNetwork() {
		return PrivateOrigins.AUTOMATON;
	}

	/**
	 * Return the origins whose public names spell an address of a private network. Few
	 * entries accept one, and many steps are needed to tell.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton privateNames() {
		return PrivateNames.AUTOMATON;
	}

	/**
	 * Return the reserved network or name that a host belongs to.
	 * @param host the host of an origin of the web
	 * @return the owner of all hosts in it, or {@code null} when it is a public host
	 */
	public static @Nullable OriginOwner find(String host) {
		String special = nameAtOrAbove(host, SPECIAL_NAMES);
		if (special != null) {
			return OriginOwner.of(special, () -> OriginShapes.nameOrBelow(List.of(special)));
		}
		Network network = network(host);
		if (network != null) {
			return OriginOwner.of(network.name(), network::hosts);
		}
		return hasOneLabel(host) ? OriginOwner.of(SINGLE_LABEL_HOSTS, OriginShapes::singleLabel) : null;
	}

	/**
	 * Return whether a host is a name of one label that has no other meaning.
	 * @param host a host
	 * @return whether only the network that it is used in knows it
	 */
	public static boolean isSingleLabel(String host) {
		return hasOneLabel(host) && !SPECIAL_NAMES.contains(host);
	}

	private static boolean hasOneLabel(String host) {
		return host.indexOf('.') < 0 && host.indexOf(':') < 0;
	}

	private static @Nullable String nameAtOrAbove(String host, List<String> names) {
		for (String name : names) {
			if (host.endsWith(name)
					&& (host.length() == name.length() || host.charAt(host.length() - name.length() - 1) == '.')) {
				return name;
			}
		}
		return null;
	}

	private static @Nullable Network network(String host) {
		String spelled = OriginGrammar.isAddress(host) ? host : AddressNames.address(host);
		int[] address = (spelled != null) ? Network.address(spelled) : null;
		if (address != null) {
			for (Network network : NETWORKS) {
				if (network.contains(address)) {
					return network;
				}
			}
		}
		return null;
	}

	private static Stream<Network> networks(boolean loopback) {
		return NETWORKS.stream().filter((network) -> network.isLoopback() == loopback);
	}

	private static Automaton onAnyPort(Stream<Expression> hosts) {
		return Automaton.of(OriginShapes.onAnyPort(Expression.any(hosts.toList())));
	}

	private static final class LoopbackOrigins {

		static final Automaton AUTOMATON = onAnyPort(
				Stream.concat(Stream.of(OriginShapes.nameOrBelow(LOOPBACK_NAMES)), networks(true).map(Network::hosts)));

	}

	private static final class PrivateOrigins {

		static final Automaton AUTOMATON = onAnyPort(
				Stream.concat(Stream.of(OriginShapes.singleLabel(), OriginShapes.nameOrBelow(SPECIAL_NAMES)),
						networks(false).map(Network::addresses)))
			.minus(LoopbackOrigins.AUTOMATON);

	}

	private static final class PrivateNames {

		static final Automaton AUTOMATON = onAnyPort(networks(false).map(Network::names).flatMap(List::stream));

	}

}
