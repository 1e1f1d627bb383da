package io.github.corsstarter.origin.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.regex.OriginShapes;

/**
 * Who decides what is served from an origin: the owner of its domain, or the network that
 * a reserved host belongs to.
 *
 * @param name the registrable domain, or the name of the network
 * @param hosts gives an expression for all hosts of that owner
 * @param sharedHosts the public suffixes below the owner's domain, below which others
 * have names, such as customers; {@code *.} stands before one that shares every name
 * directly below it
 */
public record OriginOwner(String name, Supplier<Expression> hosts, List<String> sharedHosts) {

	private static final String ANY_NAME = "*.";

	/**
	 * Find the owner of an origin.
	 * @param origin a well-formed origin of http or https
	 * @return its owner
	 */
	public static OriginOwner of(String origin) {
		String host = OriginGrammar.host(origin);
		OriginOwner reserved = ReservedHosts.find(host);
		if (reserved != null) {
			return reserved;
		}
		if (AddressNames.contains(host)) {
			String address = AddressNames.address(host);
			return (address != null) ? of(address, () -> Expression.any(Network.of(address).names())) : onlyHost(host);
		}
		PublicSuffixList suffixes = PublicSuffixList.get();
		String domain = OriginGrammar.isAddress(host) ? null : suffixes.registrableDomain(host);
		if (domain == null) {
			return onlyHost(host);
		}
		return new OriginOwner(domain, () -> OriginShapes.nameOrBelow(List.of(domain)), suffixes.suffixesBelow(domain));
	}

	/**
	 * Return the owner of a single host.
	 * @param host a host
	 * @return an owner of nothing else
	 */
	public static OriginOwner onlyHost(String host) {
		return of(host, () -> Expression.text(host));
	}

	/** Return an owner who shares nothing. */
	static OriginOwner of(String name, Supplier<Expression> hosts) {
		return new OriginOwner(name, hosts, List.of());
	}

	/**
	 * Return all origins of this owner, on any port.
	 * @param limit the work that may go into the automaton
	 * @return an automaton that also accepts texts that are no origins
	 * @throws TooMuchWorkException when the limit does not suffice
	 */
	public Automaton origins(WorkLimit limit) {
		return Automaton.of(OriginShapes.onAnyPort(this.hosts.get()), limit);
	}

	/**
	 * Return all origins at and below some public suffixes, on any port.
	 * @param suffixes one or more of the {@link #sharedHosts()}
	 * @param limit the work that may go into the automaton
	 * @return an automaton that also accepts texts that are no origins
	 * @throws TooMuchWorkException when the limit does not suffice
	 */
	public static Automaton sharedOrigins(List<String> suffixes, WorkLimit limit) {
		Map<Boolean, List<String>> names = suffixes.stream()
			.collect(Collectors.groupingBy((suffix) -> suffix.startsWith(ANY_NAME),
					Collectors.mapping((suffix) -> suffix.replace(ANY_NAME, ""), Collectors.toList())));
		List<Expression> hosts = new ArrayList<>();
		names.forEach((shared, some) -> hosts.add(shared ? OriginShapes.below(some) : OriginShapes.nameOrBelow(some)));
		return Automaton.of(OriginShapes.onAnyPort(Expression.any(hosts)), limit);
	}

}
