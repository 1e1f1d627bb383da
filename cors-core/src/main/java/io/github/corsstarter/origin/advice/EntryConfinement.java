package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.AutomatonEntry;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Confinement.Fault;
import io.github.corsstarter.origin.proof.Confinement.Kind;
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.proof.ConfinementProof.Unconfined;
import io.github.corsstarter.origin.proof.OriginSearch;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether an entry is confined and, when it is not, collects what helps its
 * author.
 */
public final class EntryConfinement {

	private final AutomatonEntry entry;

	private final Unconfined unconfined;

	private ProofBudget budget;

	private EntryConfinement(AutomatonEntry entry, Unconfined unconfined) {
		this.entry = entry;
		this.budget = entry.allowance().explanation();
		this.unconfined = unconfined;
	}

	public static Confinement of(AutomatonEntry entry) {
		try {
			ConfinementProof proof = ConfinementProof.of(entry.expression(), entry.allowance().question());
			Unconfined unconfined = proof.unconfined();
			return (unconfined != null) ? new EntryConfinement(entry, unconfined).explained()
					: Confinement.to(List.copyOf(proof.owners()));
		}
		catch (TooMuchWorkException ex) {
			return Confinement.tooComplicated(ex.getMessage());
		}
	}

	private Confinement explained() {
		String meant = Objects.requireNonNullElse(within(this::meantOrigin), this.unconfined.member());
		List<String> examples = CounterExamples.find(this.unconfined, meant, this.budget)
			.stream()
			.filter(this.entry::matches)
			.toList();
		this.budget = this.entry.allowance().explanation();
		EntryCorrection correction = within(() -> this.entry.correction(this.budget));
		if (correction != null) {
			return Confinement.none(examples, correction.faults(), correction.text());
		}
		List<Fault> faults = new ArrayList<>(this.entry.mistakes());
		List<Fault> others = within(() -> otherFaults(meant, examples));
		faults.addAll((others != null) ? others : List.of());
		return Confinement.none(examples, faults, null);
	}

	private List<Fault> otherFaults(String meant, List<String> examples) {
		List<Fault> boundaries = this.entry.missingBoundaries(examples, this.budget);
		if (!boundaries.isEmpty()) {
			return boundaries;
		}
		Fault fault = fault(meant, examples);
		return (fault != null) ? List.of(fault) : List.of();
	}

	/**
	 * What takes too much work is left out of the explanation.
	 */
	private static <T> @Nullable T within(Supplier<@Nullable T> search) {
		try {
			return search.get();
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	private String meantOrigin() {
		Automaton accepted = this.unconfined.accepted();
		Automaton meant = Automaton.of(this.entry.meant(), this.budget);
		Automaton web = OriginShapes.web();
		Automaton usual = OriginShapes.automaton("[^:]*://[^:]*\\.com(?::.*)?", this.budget);
		return Stream
			.of(List.of(accepted, web, meant, usual), List.of(accepted, web, meant), List.of(web, meant, usual),
					List.of(web, meant), List.of(accepted, web))
			.map((required) -> OriginSearch.wellFormed(required, List.of(), this.budget))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

	private @Nullable Fault fault(String meant, List<String> examples) {
		String host = OriginOwner.host(meant);
		if (ReservedHosts.find(host) == null && !OriginOwner.isAddress(host)) {
			String suffix = commonSuffix(meant, examples);
			if (suffix != null) {
				return new Fault(Kind.PUBLIC_SUFFIX, -1, explanation(suffix));
			}
		}
		return (this.entry.openEnd() < 0) ? null
				: new Fault(Kind.TRAILING_WILDCARD, this.entry.openEnd(),
						OriginOwner.isAddress(host) ? "Addresses next to each other may belong to different people."
								: "The wildcard at the end lets the host go on into anybody's domain.");
	}

	private static String explanation(String suffix) {
		boolean known = suffix.indexOf('.') >= 0 || PublicSuffixList.get().isListed(suffix);
		return known ? "Every name below the public suffix '" + suffix + "' is a domain of its own."
				: "The public suffix list does not know '" + suffix
						+ "', so every name below it counts as a domain of its own.";
	}

	/**
	 * Where a domain with suffixes below it is the least that has all names in common,
	 * those of strangers are below one of its suffixes.
	 */
	private @Nullable String commonSuffix(String meant, List<String> examples) {
		PublicSuffixList suffixes = PublicSuffixList.get();
		Unconfined asMeant = unconfinedAsMeant();
		String name = commonName(OriginOwner.host(meant), asMeant.accepted());
		if (name == null || suffixes.publicSuffix(name).equals(name)) {
			return name;
		}
		if (suffixes.sharesEveryName(name)) {
			return "*." + name;
		}
		String domain = suffixes.registrableDomain(name);
		List<String> strangers = (asMeant == this.unconfined) ? examples
				: CounterExamples.find(asMeant, meant, this.budget);
		return Stream.concat(strangers.stream(), Stream.of(asMeant.stranger(), asMeant.member()))
			.filter((origin) -> !OriginOwner.of(origin).name().equals(domain))
			.map((origin) -> suffixes.rule(OriginOwner.host(origin)))
			.findFirst()
			.orElse(null);
	}

	private @Nullable String commonName(String host, Automaton accepted) {
		PublicSuffixList suffixes = PublicSuffixList.get();
		String domain = suffixes.registrableDomain(host);
		String name = (domain != null) ? domain : suffixes.publicSuffix(host);
		while (name != null && !isAllBelow(name, accepted)) {
			name = PublicSuffixList.parent(name);
		}
		return name;
	}

	/**
	 * A public suffix is told from what was meant: with its mistakes the entry accepts
	 * anything.
	 */
	private Unconfined unconfinedAsMeant() {
		if (this.entry.mistakes().isEmpty()) {
			return this.unconfined;
		}
		Unconfined asMeant = ConfinementProof.of(this.entry.meant(), this.budget).unconfined();
		return (asMeant != null) ? asMeant : this.unconfined;
	}

	private boolean isAllBelow(String suffix, Automaton accepted) {
		Automaton below = Automaton.of(OriginShapes.onAnyPort(OriginShapes.nameOrBelow(List.of(suffix))), this.budget);
		return OriginSearch.wellFormed(List.of(accepted, OriginShapes.web()), List.of(below), this.budget) == null;
	}

}
