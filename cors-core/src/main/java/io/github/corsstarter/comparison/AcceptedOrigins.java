package io.github.corsstarter.comparison;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * All origins that a policy accepts, as far as its snapshot tells, and what can be proven
 * about them. The work that goes into each proof is bounded.
 */
public final class AcceptedOrigins {

	private static final String SCHEME = "https://";

	private final SnapshotPolicy policy;

	private final OriginEntryParser parser = new OriginEntryParser();

	private final WorkLimits work = new WorkLimits();

	private final OriginSet origins;

	private AcceptedOrigins(SnapshotPolicy policy) {
		this.policy = policy;
		this.origins = new OriginSet(policy, this.parser, this.work);
	}

	/**
	 * Create the origins of a policy.
	 * @param policy the policy
	 * @return its origins
	 */
	public static AcceptedOrigins of(SnapshotPolicy policy) {
		return new AcceptedOrigins(policy);
	}

	/**
	 * Return an accepted origin that belongs to none of some hosts.
	 * @param hosts names or addresses of hosts; what is below a name belongs to it
	 * @return an origin of another host or of another scheme than http and https, or
	 * {@code null} when every accepted origin belongs to one of the hosts
	 * @throws IllegalArgumentException if a host is none
	 * @throws io.github.corsstarter.origin.automaton.TooMuchWorkException when that
	 * cannot be told
	 */
	public @Nullable Example outside(Collection<String> hosts) {
		List<String> allowed = hosts.stream().map(AcceptedOrigins::atOrBelow).toList();
		return this.origins
			.beyond(new OriginSet(this.policy.withOrigins(List.of(), List.of(), allowed), this.parser, this.work))
			.stream()
			.map(Example::of)
			.findFirst()
			.orElse(null);
	}

	private static String atOrBelow(String host) {
		String origin = ExactOrigin.parse(SCHEME + host).toString();
		String normalized = OriginGrammar.host(origin);
		if (origin.length() != SCHEME.length() + normalized.length()) {
			throw new IllegalArgumentException("'" + host + "' is not a host: leave out the port.");
		}
		return "https?://" + (OriginGrammar.isAddress(normalized) ? "" : "(.*\\.)?")
				+ normalized.replaceAll("[^a-z0-9]", "\\\\$0") + "(:\\d+)?";
	}

	/**
	 * Return an accepted http or https origin of the very machine that asks:
	 * {@code localhost} and below, loopback and unspecified addresses, and public names
	 * known to resolve to them.
	 * @return an origin, or {@code null} when no such origin is accepted
	 * @throws io.github.corsstarter.origin.automaton.TooMuchWorkException when that
	 * cannot be told
	 */
	public @Nullable Example loopback() {
		OriginSet.Addition found = this.origins.loopback();
		return (found != null) ? Example.of(found) : null;
	}

	/**
	 * An origin that is accepted.
	 *
	 * @param entry the entry that accepts it
	 * @param origin the origin
	 */
	public record Example(String entry, String origin) {

		private static Example of(OriginSet.Addition addition) {
			return new Example(addition.entry(), addition.origin());
		}

	}

}
