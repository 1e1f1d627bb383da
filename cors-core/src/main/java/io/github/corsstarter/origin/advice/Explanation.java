package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.advice.Mistakes.Correction;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.Confinement.Unconfined;
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.proof.OriginSearch;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Explains why an entry is not confined, and what to write instead.
 */
final class Explanation {

	private final OriginEntry entry;

	private final Mistakes mistakes;

	private final Unconfined unconfined;

	private final Automaton accepted;

	private final WorkLimits limits;

	private WorkLimit limit;

	Explanation(OriginEntry entry, Unconfined unconfined, WorkLimits limits) {
		this.entry = entry;
		this.mistakes = Mistakes.in(entry);
		this.unconfined = unconfined;
		this.limits = limits;
		this.accepted = Automaton.of(unconfined.branch(), limits.explanation());
		this.limit = limits.explanation();
	}

	/** Fails only when not even counter-examples can be told within the limit. */
	Advice advice() {
		String meant = Objects.requireNonNullElse(within(this::meantOrigin), this.unconfined.member());
		List<String> examples = CounterExamples.find(this.accepted, meant, this.unconfined.otherOwner(), this.limit)
			.stream()
			.filter(this.entry::matches)
			.toList();
		this.limit = this.limits.explanation();
		Correction correction = within(this::correction);
		if (correction != null) {
			return new Advice(examples, correction.mistakes(), correction.text());
		}
		List<String> found = new ArrayList<>(this.mistakes.found());
		List<String> others = within(() -> otherMistakes(meant, examples));
		found.addAll((others != null) ? others : List.of());
		return new Advice(examples, found, null);
	}

	private @Nullable Correction correction() {
		boolean large = this.entry instanceof OriginRegex regex && regex.automaton().size() > CounterExamples.LARGE;
		return large ? null : this.mistakes.correction(this.limit);
	}

	private List<String> otherMistakes(String meant, List<String> examples) {
		List<String> boundaries = this.mistakes.missingBoundaries(examples, this.limit);
		if (!boundaries.isEmpty()) {
			return boundaries;
		}
		String mistake = mistake(meant, examples);
		return (mistake != null) ? List.of(mistake) : List.of();
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

	private @Nullable String meantOrigin() {
		Automaton meant = Automaton.of(this.mistakes.meant(), this.limit);
		Automaton usual = OriginShapes.automaton("[^:]*://[^:]*\\.com(?::.*)?", this.limit);
		return Stream.of(List.of(this.accepted, meant, usual), List.of(this.accepted, meant), List.of(meant))
			.map((required) -> OriginSearch.web(required, List.of(), this.limit))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private @Nullable String mistake(String meant, List<String> examples) {
		String host = OriginGrammar.host(meant);
		if (ReservedHosts.find(host) == null && !OriginGrammar.isAddress(host)) {
			String suffix = commonSuffix(meant, examples);
			if (suffix != null) {
				return explanation(suffix);
			}
		}
		if (!this.mistakes.isOpenEnded()) {
			return null;
		}
		return OriginGrammar.isAddress(host) ? "Addresses next to each other may belong to different people."
				: "The wildcard at the end lets the host go on into anybody's domain.";
	}

	private static String explanation(String suffix) {
		boolean known = suffix.indexOf('.') >= 0 || PublicSuffixList.get().isListed(suffix);
		return known ? "Every name below the public suffix '" + suffix + "' is a domain of its own."
				: "The public suffix list does not know '" + suffix
						+ "', so every name below it counts as a domain of its own.";
	}

	/**
	 * Where a domain with suffixes below it is the least that has all names in common,
	 * those of other owners are below one of its suffixes. A public suffix is told from
	 * what was meant: with its mistakes the entry accepts anything.
	 */
	private @Nullable String commonSuffix(String meant, List<String> examples) {
		PublicSuffixList suffixes = PublicSuffixList.get();
		Unconfined asMeant = this.mistakes.found().isEmpty() ? null
				: ConfinementProof.of(this.mistakes.meant(), this.limit).unconfined();
		Unconfined branch = (asMeant != null) ? asMeant : this.unconfined;
		Automaton names = (asMeant != null) ? Automaton.of(asMeant.branch(), this.limit) : this.accepted;
		String name = commonName(OriginGrammar.host(meant), names);
		if (name == null || suffixes.publicSuffix(name).equals(name)) {
			return name;
		}
		String domain = suffixes.registrableDomain(name);
		List<String> others = (asMeant != null) ? CounterExamples.find(names, meant, branch.otherOwner(), this.limit)
				: examples;
		return Stream.concat(others.stream(), Stream.of(branch.otherOwner(), branch.member()))
			.filter((origin) -> !OriginOwner.of(origin).name().equals(domain))
			.map((origin) -> suffixes.rule(OriginGrammar.host(origin)))
			.findFirst()
			.orElse(null);
	}

	private @Nullable String commonName(String host, Automaton names) {
		PublicSuffixList suffixes = PublicSuffixList.get();
		String domain = suffixes.registrableDomain(host);
		String name = (domain != null) ? domain : suffixes.publicSuffix(host);
		while (name != null && !isAllBelow(name, names)) {
			name = PublicSuffixList.parent(name);
		}
		return name;
	}

	private boolean isAllBelow(String suffix, Automaton names) {
		Automaton below = Automaton.of(OriginShapes.onAnyPort(OriginShapes.nameOrBelow(List.of(suffix))), this.limit);
		return OriginSearch.web(List.of(names), List.of(below), this.limit) == null;
	}

}
