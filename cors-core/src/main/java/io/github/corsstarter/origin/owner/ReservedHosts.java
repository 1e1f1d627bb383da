package io.github.corsstarter.origin.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.regex.WellFormedOrigins;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that nobody can register: the machine itself, private networks, and names that
 * only mean something there. They are described once, as regular expressions that both
 * this project's parser and {@link Pattern} read, so that single hosts are recognised
 * without an automaton.
 */
public final class ReservedHosts {

	/** Name of the network of hosts whose names have only one label. */
	public static final String SINGLE_LABEL_HOSTS = "single-label hosts";

	private static final String BYTE = WellFormedOrigins.BYTE;

	/** The second half of an IPv4-mapped IPv6 address. */
	private static final String HALF = ":[0-9a-f]{1,4}\\]";

	/** Networks in which addresses are not assigned by anybody outside. */
	private static final List<Network> NETWORKS = List.of(
			Network.ipv4("127.0.0.0/8", "127\\.BYTE\\.BYTE\\.BYTE", "7f[0-9a-f]{2}HALF"),
			Network.ipv4("0.0.0.0", "0\\.0\\.0\\.0", "0:0\\]"), Network.of("[::1]", "\\[::1\\]"),
			Network.of("[::]", "\\[::\\]"), Network.ipv4("10.0.0.0/8", "10\\.BYTE\\.BYTE\\.BYTE", "a[0-9a-f]{2}HALF"),
			Network.ipv4("172.16.0.0/12", "172\\.(?:1[6-9]|2[0-9]|3[01])\\.BYTE\\.BYTE", "ac1[0-9a-f]HALF"),
			Network.ipv4("192.168.0.0/16", "192\\.168\\.BYTE\\.BYTE", "c0a8HALF"),
			Network.ipv4("100.64.0.0/10", "100\\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.BYTE\\.BYTE",
					"64[4-7][0-9a-f]HALF"),
			Network.ipv4("169.254.0.0/16", "169\\.254\\.BYTE\\.BYTE", "a9feHALF"),
			Network.of("fc00::/7", "\\[f[cd][0-9a-f]{2}:[0-9a-f:]*\\]"),
			Network.of("fe80::/10", "\\[fe[89ab][0-9a-f]:[0-9a-f:]*\\]"));

	private static final int LOOPBACK_NETWORKS = 4;

	/**
	 * Names that the public name system does not delegate, and below which every network
	 * has its own.
	 */
	private static final List<String> SPECIAL_NAMES = List.of("localhost", "local", "localdomain", "internal", "test",
			"lan", "home", "home.arpa", "corp", "intranet", "private");

	/**
	 * Public names known to resolve to the machine itself, as does everything below them.
	 */
	private static final List<String> LOOPBACK_NAMES = List.of("localhost", "localtest.me", "lvh.me", "vcap.me");

	private static final String SINGLE_LABEL = "[^.:/\\[]+";

	private static final List<Network> OWN_NETWORKS = NETWORKS.subList(0, LOOPBACK_NETWORKS);

	private static final String LOOPBACK = nameOrBelow(LOOPBACK_NAMES) + "|" + addresses(OWN_NETWORKS) + "|"
			+ names(OWN_NETWORKS);

	private static final List<Network> PRIVATE_NETWORKS = NETWORKS.subList(LOOPBACK_NETWORKS, NETWORKS.size());

	private static final String PRIVATE = SINGLE_LABEL + "|" + nameOrBelow(SPECIAL_NAMES) + "|"
			+ addresses(PRIVATE_NETWORKS);

	private static final String PRIVATE_NAMES = names(PRIVATE_NETWORKS);

	private static final Pattern LOOPBACK_PATTERN = Pattern.compile(LOOPBACK);

	private static final Pattern PRIVATE_PATTERN = Pattern.compile(PRIVATE + "|" + PRIVATE_NAMES);

	private ReservedHosts() {
	}

	public static boolean isLoopback(String host) {
		return LOOPBACK_PATTERN.matcher(host).matches();
	}

	/**
	 * Return whether a host is on a private network.
	 * @param host the host of an origin of the web
	 * @return whether it is private, and not the machine itself
	 */
	public static boolean isPrivate(String host) {
		return PRIVATE_PATTERN.matcher(host).matches() && !isLoopback(host);
	}

	public static boolean isPublic(String host) {
		return !PRIVATE_PATTERN.matcher(host).matches() && !isLoopback(host);
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
	 * @return an automaton that also accepts texts that are no origins, and
	 * {@link #loopback()} origins, but not {@link #privateNames()}
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
	 * @return the name of what it belongs to and a regular expression for all hosts in
	 * it, or {@code null} when it is a public host
	 */
	public static @Nullable Network find(String host) {
		for (String name : SPECIAL_NAMES) {
			if (host.equals(name) || host.endsWith("." + name)) {
				return Network.of(name, nameOrBelow(List.of(name)));
			}
		}
		for (Network network : NETWORKS) {
			if (Pattern.matches(network.hosts(), host)) {
				return network;
			}
		}
		return isSingleLabel(host) ? Network.of(SINGLE_LABEL_HOSTS, SINGLE_LABEL) : null;
	}

	/**
	 * Return whether a host is a name of one label that has no other meaning.
	 * @param host a host
	 * @return whether only the network that it is used in knows it
	 */
	public static boolean isSingleLabel(String host) {
		return Pattern.matches(SINGLE_LABEL, host) && !SPECIAL_NAMES.contains(host);
	}

	/**
	 * Return the automaton of the origins of some hosts, on any port.
	 * @param hosts a regular expression for hosts
	 * @param budget what pays for it
	 * @return an automaton that also accepts texts that are no origins
	 * @throws TooMuchWorkException when the budget does not suffice
	 */
	public static Automaton origins(String hosts, ProofBudget budget) {
		return WellFormedOrigins.automaton(onAnyPort(hosts), budget);
	}

	private static String onAnyPort(String hosts) {
		return "https?://(?:" + hosts + ")(?::[0-9]+)?";
	}

	public static String nameOrBelow(List<String> names) {
		return "(?:[^/:]*\\.)?(?:" + String.join("|", names).replace(".", "\\.") + ")";
	}

	private static String addresses(List<Network> networks) {
		List<String> addresses = new ArrayList<>();
		for (Network network : networks) {
			addresses.add(network.addresses());
		}
		return String.join("|", addresses);
	}

	private static String names(List<Network> networks) {
		List<String> names = new ArrayList<>();
		for (Network network : networks) {
			if (!network.names().isEmpty()) {
				names.add(network.names());
			}
		}
		return String.join("|", names);
	}

	/**
	 * Hosts that belong together.
	 *
	 * @param name what they are called
	 * @param addresses a regular expression for them but for their {@code names}
	 * @param names a regular expression for the public names that spell one of their
	 * addresses, empty when there are none
	 */
	record Network(String name, String addresses, String names) {

		Network {
			addresses = addresses.replace("BYTE", BYTE).replace("HALF", HALF);
			names = names.replace("BYTE", BYTE);
		}

		private static Network of(String name, String hosts) {
			return new Network(name, hosts, "");
		}

		private static Network ipv4(String name, String addresses, String mapped) {
			return new Network(name, addresses + "|\\[::ffff:" + mapped, AddressNames.of(addresses));
		}

		/**
		 * Return a regular expression for all of these hosts.
		 * @return one that also accepts texts that are no hosts
		 */
		String hosts() {
			return this.names.isEmpty() ? this.addresses : this.addresses + "|" + this.names;
		}

	}

	private static final class LoopbackOrigins {

		static final Automaton AUTOMATON = WellFormedOrigins.automaton(onAnyPort(LOOPBACK));

	}

	private static final class PrivateOrigins {

		static final Automaton AUTOMATON = WellFormedOrigins.automaton(onAnyPort(PRIVATE));

	}

	private static final class PrivateNames {

		static final Automaton AUTOMATON = WellFormedOrigins.automaton(onAnyPort(PRIVATE_NAMES));

	}

}
