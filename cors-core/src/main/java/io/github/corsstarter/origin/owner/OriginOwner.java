package io.github.corsstarter.origin.owner;

import java.util.List;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;

/**
 * Who decides what is served from an origin: whoever registered its domain, or the
 * network that a reserved host belongs to.
 *
 * @param name the registrable domain, or the name of the network
 * @param hosts a regular expression for all hosts of that owner
 * @param sharedHosts regular expressions for hosts of others below the owner's domain,
 * such as customers' names
 */
public record OriginOwner(String name, String hosts, List<String> sharedHosts) {

	/**
	 * Find the owner of an origin.
	 * @param origin a well-formed origin of http or https
	 * @return its owner
	 */
	public static OriginOwner of(String origin) {
		String host = host(origin);
		ReservedHosts.Network network = ReservedHosts.find(host);
		if (network != null) {
			return new OriginOwner(network.name(), network.hosts(), List.of());
		}
		if (AddressNames.contains(host)) {
			String address = AddressNames.address(host);
			return (address != null) ? new OriginOwner(address, AddressNames.of(quoted(address)), List.of())
					: onlyHost(host);
		}
		PublicSuffixList suffixes = PublicSuffixList.get();
		String domain = isAddress(host) ? null : suffixes.registrableDomain(host);
		if (domain == null) {
			return onlyHost(host);
		}
		return new OriginOwner(domain, ReservedHosts.nameOrBelow(List.of(domain)),
				suffixes.suffixesBelow(domain).stream().map(OriginOwner::hostsBelow).toList());
	}

	/**
	 * Return the owner of a single host.
	 * @param host a host
	 * @return an owner of nothing else
	 */
	public static OriginOwner onlyHost(String host) {
		return new OriginOwner(host, quoted(host), List.of());
	}

	/**
	 * Return all origins of this owner, on any port.
	 * @param budget what pays for the automaton
	 * @return an automaton that also accepts texts that are no origins
	 * @throws TooMuchWorkException when the budget does not suffice
	 */
	public Automaton origins(ProofBudget budget) {
		return ReservedHosts.origins(this.hosts, budget);
	}

	public static String host(String origin) {
		long scan = OriginGrammar.scan(origin);
		return origin.substring(OriginGrammar.hostStart(scan), OriginGrammar.hostEnd(scan));
	}

	public static boolean isAddress(String host) {
		return host.startsWith("[") || OriginGrammar.isNumber(host, host.lastIndexOf('.') + 1, host.length());
	}

	private static String hostsBelow(String suffix) {
		boolean everyName = suffix.startsWith("*.");
		return everyName ? "[^/:]*\\." + quoted(suffix.substring(2)) : ReservedHosts.nameOrBelow(List.of(suffix));
	}

	private static String quoted(String host) {
		return host.replace(".", "\\.").replace("[", "\\[").replace("]", "\\]");
	}

}
