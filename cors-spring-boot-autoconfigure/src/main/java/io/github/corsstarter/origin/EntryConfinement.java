package io.github.corsstarter.origin;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Confinement.Fault;
import io.github.corsstarter.origin.Confinement.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether an entry is confined and, when it is not, collects what helps its
 * author.
 */
final class EntryConfinement {

	private EntryConfinement() {
	}

	static Confinement of(AutomatonEntry entry) {
		try {
			ConfinementProof proof = ConfinementProof.of(entry.expression());
			OriginExpression branch = proof.unconfined();
			return (branch != null) ? unconfined(entry, branch) : Confinement.to(List.copyOf(proof.owners()));
		}
		catch (AutomatonTooLargeException ex) {
			return Confinement.none(List.of(),
					List.of(new Fault(Kind.TOO_COMPLICATED, -1, String.valueOf(ex.getMessage()))), null);
		}
	}

	private static Confinement unconfined(AutomatonEntry entry, OriginExpression branch) {
		OriginAutomaton accepted = OriginAutomaton.of(branch);
		String meant = meantOrigin(entry, accepted);
		List<String> examples = CounterExamples.find(accepted, meant).stream().filter(entry::matches).toList();
		EntryCorrection correction = (entry.automaton().size() > CounterExamples.LARGE) ? null : entry.correction();
		if (correction != null) {
			return Confinement.none(examples, correction.faults(), correction.text());
		}
		Fault fault = fault(entry, accepted, meant, examples);
		return Confinement.none(examples, (fault != null) ? List.of(fault) : List.of(), null);
	}

	private static String meantOrigin(AutomatonEntry entry, OriginAutomaton accepted) {
		OriginAutomaton meant = OriginAutomaton.of(entry.meant());
		OriginAutomaton web = WellFormedOrigins.web();
		OriginAutomaton usual = WellFormedOrigins.automaton("[^:]*://[^:]*\\.com(?::.*)?");
		return Stream.of(List.of(accepted, web, meant, usual), List.of(accepted, web, meant), List.of(accepted, web))
			.map((required) -> OriginSearch.wellFormed(required, List.of()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

	private static @Nullable Fault fault(AutomatonEntry entry, OriginAutomaton accepted, String meant,
			List<String> examples) {
		String host = OriginOwner.host(meant);
		if (ReservedHosts.find(host) == null && !OriginOwner.isAddress(host)) {
			String suffix = commonSuffix(accepted, host, examples);
			if (suffix != null) {
				return new Fault(Kind.PUBLIC_SUFFIX, -1,
						"Every name below the public suffix '" + suffix + "' is a domain of its own.");
			}
		}
		return (entry.openEnd() < 0) ? null
				: new Fault(Kind.TRAILING_WILDCARD, entry.openEnd(),
						OriginOwner.isAddress(host) ? "Addresses next to each other may belong to different people."
								: "The wildcard at the end lets the host go on into anybody's domain.");
	}

	private static @Nullable String commonSuffix(OriginAutomaton accepted, String host, List<String> examples) {
		PublicSuffixList suffixes = PublicSuffixList.get();
		String domain = suffixes.registrableDomain(host);
		if (domain != null && !examples.isEmpty() && isAllBelow(accepted, domain)) {
			String shared = OriginOwner.host(examples.get(0));
			String suffix = suffixes.publicSuffix(shared);
			return suffix.equals(shared) ? PublicSuffixList.parent(suffix) : suffix;
		}
		String suffix = suffixes.publicSuffix(host);
		while (suffix != null && !(suffixes.publicSuffix(suffix).equals(suffix) && isAllBelow(accepted, suffix))) {
			suffix = PublicSuffixList.parent(suffix);
		}
		return suffix;
	}

	private static boolean isAllBelow(OriginAutomaton accepted, String suffix) {
		OriginAutomaton below = ReservedHosts.origins(ReservedHosts.nameOrBelow(List.of(suffix)));
		return OriginSearch.wellFormed(List.of(accepted, WellFormedOrigins.web()), List.of(below)) == null;
	}

}
