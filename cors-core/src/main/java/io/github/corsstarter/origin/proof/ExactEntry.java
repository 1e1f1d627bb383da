package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.Punycode;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.ReservedHosts;
import org.jspecify.annotations.Nullable;

/**
 * A single origin, which is judged without an automaton wherever that can be.
 */
final class ExactEntry extends LanguageEntry {

	private final Origin origin;

	ExactEntry(ExactOrigin entry) {
		this.origin = entry.origin();
	}

	@Override
	boolean matches(String candidate) {
		return this.origin.toString().equals(candidate);
	}

	@Override
	@Nullable String example() {
		return this.origin.toString();
	}

	@Override
	boolean isUnmatchable() {
		return Schemes.NEVER_SENT.contains(this.origin.scheme())
				|| (isWeb() && Punycode.invalidLabel(this.origin.host()) != null);
	}

	@Override
	@Nullable String example(Hosts hosts) {
		return (isWeb() && isAmong(hosts)) ? this.origin.toString() : null;
	}

	/** Without a switch, which would be a class more at every start. */
	private boolean isAmong(Hosts hosts) {
		if (hosts == Hosts.LOOPBACK) {
			return ReservedHosts.isLoopback(this.origin.host());
		}
		if (hosts == Hosts.PRIVATE) {
			return ReservedHosts.isPrivate(this.origin.host());
		}
		if (hosts == Hosts.INSECURE) {
			return isInsecure() && ReservedHosts.isPublic(this.origin.host());
		}
		throw new IllegalArgumentException("No exact origin is known to be among " + hosts);
	}

	private boolean isWeb() {
		return isInsecure() || this.origin.toString().startsWith("https://");
	}

	private boolean isInsecure() {
		return this.origin.toString().startsWith("http://");
	}

	@Override
	boolean isCoveredBy(List<LanguageEntry> others) {
		return others.stream().anyMatch((other) -> other.matches(this.origin.toString()));
	}

	@Override
	Confinement confinement() {
		if (!isWeb()) {
			return Confinement.to(List.of());
		}
		String host = this.origin.host();
		return Confinement
			.to(List.of(ReservedHosts.isSingleLabel(host) ? host : OriginOwner.of(this.origin.toString()).name()));
	}

	@Override
	Automaton automaton() {
		return Automaton.of(Expression.text(this.origin.toString()));
	}

}
