package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.Punycode;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginParts;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.owner.AddressNames;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.owner.ReservedHosts;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for names below one https domain, of which nobody else has a part. It is what
 * most patterns are, and is judged without an automaton, so that there can be very many
 * of them.
 */
final class SubdomainsEntry extends LanguageEntry {

	private static final String SCHEME = "https";

	/** Leaves enough for a label in front. */
	private static final int MAX_LENGTH = 180;

	private final OriginPattern pattern;

	private final WorkLimits limits;

	private final String owner;

	private final String member;

	private @Nullable AutomatonEntry entry;

	private SubdomainsEntry(OriginPattern pattern, WorkLimits limits, String owner) {
		this.pattern = pattern;
		this.limits = limits;
		this.owner = owner;
		int[] ports = pattern.ports().toArray();
		int port = (ports != null) ? ports[0] : OriginGrammar.defaultPort(SCHEME);
		this.member = OriginParts.serialize(SCHEME, pattern.host().replace('*', 'x'), port);
	}

	/** Return an entry of this kind where the pattern is simple enough. */
	static LanguageEntry of(OriginPattern pattern, WorkLimits limits) {
		String owner = owner(pattern);
		return (owner != null) ? new SubdomainsEntry(pattern, limits, owner) : new AutomatonEntry(pattern, limits);
	}

	/**
	 * A registrable domain has no reserved names below it.
	 */
	private static @Nullable String owner(OriginPattern pattern) {
		String domain = pattern.hostEnding();
		if (!pattern.scheme().equals(SCHEME) || !pattern.hasWildcard() || domain.isEmpty()
				|| pattern.host().length() > MAX_LENGTH || !ReservedHosts.isPublic(domain)
				|| AddressNames.contains(domain) || Punycode.invalidLabel(pattern.host()) != null) {
			return null;
		}
		OriginOwner owner = OriginOwner.of(SCHEME + "://" + domain);
		boolean wholeDomain = owner.name().equals(PublicSuffixList.get().registrableDomain(domain));
		return (wholeDomain && owner.sharedHosts().isEmpty()) ? owner.name() : null;
	}

	@Override
	boolean matches(String origin) {
		return this.pattern.matches(origin);
	}

	@Override
	@Nullable String example() {
		return this.member;
	}

	@Override
	boolean isUnmatchable() {
		return false;
	}

	@Override
	boolean isCoveredBy(List<LanguageEntry> others) {
		return others.stream().anyMatch((other) -> other.matches(this.member)) && entry().isCoveredBy(others);
	}

	@Override
	Confinement confinement() {
		return Confinement.to(List.of(this.owner));
	}

	@Override
	Automaton automaton() {
		return entry().automaton();
	}

	private synchronized AutomatonEntry entry() {
		AutomatonEntry known = this.entry;
		if (known == null) {
			known = new AutomatonEntry(this.pattern, this.limits);
			this.entry = known;
		}
		return known;
	}

}
