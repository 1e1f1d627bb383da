package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.owner.AddressNames;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.Question.Answer;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * An entry that accepts many origins, about which everything is proven by its automaton.
 */
final class AutomatonEntry extends LanguageEntry {

	private static final List<String> LOOPBACK_EXAMPLES = List.of("http://localhost", "https://localhost",
			"http://localhost:3000", "http://localhost:8080", "https://localhost:3000", "http://127.0.0.1",
			"https://127.0.0.1", "http://127.0.0.1:3000", "http://127.0.0.1:8080", "http://[::1]", "https://[::1]",
			"http://[::1]:8080", "http://app.localhost", "https://app.localhost", "http://app.localhost:3000",
			"http://127.0.0.1.nip.io", "https://127.0.0.1.nip.io");

	private static final List<String> PRIVATE_EXAMPLES = List.of("http://192.168.0.10", "https://192.168.0.10",
			"http://10.0.0.10", "https://10.0.0.10", "http://172.16.0.10", "https://172.16.0.10",
			"http://192.168.0.10:8080", "http://10.0.0.10:8080", "http://192.168.0.10:3000", "http://intranet",
			"https://intranet", "http://app.internal", "https://app.internal", "http://app.local", "https://app.local",
			"http://192.168.0.10.nip.io", "https://192.168.0.10.nip.io");

	private static final int STEPS_OF_MATCH = 4;

	private final OriginEntry entry;

	private final WorkLimits limits;

	private final Question member;

	private final Map<Hosts, Question> examples = new EnumMap<>(Hosts.class);

	/**
	 * Accepted origins, tried first: an entry that does not cover this one usually
	 * rejects one of them.
	 */
	private final List<String> members = new ArrayList<>();

	private @Nullable Automaton automaton;

	/** The work that may go into all comparisons of this entry with others. */
	private @Nullable WorkLimit comparisons;

	AutomatonEntry(OriginEntry entry, WorkLimits limits) {
		this.entry = entry;
		this.limits = limits;
		this.member = new Question(limits::question, this::member);
		for (Hosts hosts : Hosts.values()) {
			this.examples.put(hosts, new Question(limits::question, (limit) -> example(hosts, limit)));
		}
	}

	private @Nullable String member(WorkLimit limit) {
		return WrittenScheme.member(this.entry.expression(), automaton(), limit);
	}

	@Override
	boolean matches(String origin) {
		return this.entry.matches(origin);
	}

	@Override
	synchronized Automaton automaton() {
		Automaton known = this.automaton;
		if (known == null) {
			known = (this.entry instanceof OriginRegex regex) ? regex.automaton()
					: Automaton.of(this.entry.expression(), this.limits.automaton());
			this.automaton = known;
		}
		return known;
	}

	@Override
	@Nullable String example() {
		return this.member.answer().example();
	}

	@Override
	boolean isUnmatchable() {
		return this.member.answer().isNone();
	}

	@Override
	@Nullable String example(Hosts hosts) {
		return answer(hosts).example();
	}

	@Override
	@Nullable String undecided(Hosts hosts) {
		return answer(hosts).undecided();
	}

	private Answer answer(Hosts hosts) {
		return Objects.requireNonNull(this.examples.get(hosts)).answer();
	}

	private @Nullable String example(Hosts hosts, WorkLimit limit) {
		return switch (hosts) {
			case LOOPBACK -> loopbackExample(limit);
			case PRIVATE -> privateExample(limit);
			case INSECURE -> insecureExample(limit);
		};
	}

	private @Nullable String loopbackExample(WorkLimit limit) {
		String example = first(LOOPBACK_EXAMPLES);
		return (example != null) ? example : web(List.of(ReservedHosts.loopback()), List.of(), limit);
	}

	private @Nullable String privateExample(WorkLimit limit) {
		String example = first(PRIVATE_EXAMPLES);
		if (example == null) {
			example = web(List.of(ReservedHosts.privateNetwork()), List.of(), limit);
		}
		if (example == null && web(List.of(AddressNames.origins()), List.of(), limit) != null) {
			example = web(List.of(ReservedHosts.privateNames()), List.of(), limit);
		}
		return example;
	}

	private @Nullable String insecureExample(WorkLimit limit) {
		for (Automaton shape : InsecureOrigins.SHAPES) {
			String example = web(List.of(shape), List.of(ReservedHosts.privateNetwork(), ReservedHosts.loopback()),
					limit);
			if (example != null && !ReservedHosts.isPublic(OriginGrammar.host(example))) {
				example = web(List.of(shape),
						List.of(ReservedHosts.privateNetwork(), ReservedHosts.loopback(), ReservedHosts.privateNames()),
						limit);
			}
			if (example != null) {
				return example;
			}
		}
		return null;
	}

	/**
	 * An entry of which something cannot be told is not confined: where there is no
	 * example of a reserved host, there is none.
	 */
	@Override
	Confinement confinement() {
		Confinement confinement = proof();
		if (!confinement.confined()) {
			return confinement;
		}
		return Stream.of(Hosts.values())
			.map(this::undecided)
			.filter(Objects::nonNull)
			.findFirst()
			.map(Confinement::undecided)
			.orElse(confinement);
	}

	private Confinement proof() {
		try {
			return ConfinementProof.of(this.entry.expression(), this.limits.question());
		}
		catch (TooMuchWorkException ex) {
			return Confinement.undecided(ex.getMessage());
		}
	}

	/**
	 * Matching costs a few steps as well: of very many entries each is compared with
	 * each.
	 */
	@Override
	synchronized boolean isCoveredBy(List<LanguageEntry> others) {
		if (comparisons().isExhausted()) {
			return false;
		}
		if (this.members.isEmpty()) {
			String example = this.member.answer().example();
			if (example == null) {
				return isUnmatchable();
			}
			this.members.add(example);
		}
		try {
			comparisons().spend(STEPS_OF_MATCH * others.size());
			if (this.members.stream()
				.anyMatch((origin) -> others.stream().noneMatch((other) -> other.matches(origin)))) {
				return false;
			}
			String uncovered = uncovered(others.stream().map(LanguageEntry::automaton).toList());
			if (uncovered != null) {
				this.members.add(uncovered);
			}
			return uncovered == null;
		}
		catch (TooMuchWorkException ex) {
			return false;
		}
	}

	private @Nullable String uncovered(List<Automaton> others) {
		String origin = web(List.of(), others, comparisons());
		if (origin != null) {
			return origin;
		}
		return OriginSearch.wellFormed(List.of(automaton(), OriginShapes.foreign()), others, comparisons());
	}

	private WorkLimit comparisons() {
		WorkLimit limit = this.comparisons;
		if (limit == null) {
			limit = this.limits.comparisons();
			this.comparisons = limit;
		}
		return limit;
	}

	private @Nullable String first(List<String> candidates) {
		return candidates.stream().filter(this::matches).findFirst().orElse(null);
	}

	private @Nullable String web(List<Automaton> required, List<Automaton> excluded, WorkLimit limit) {
		List<Automaton> all = Stream.concat(required.stream(), Stream.of(automaton())).toList();
		return OriginSearch.web(all, excluded, limit);
	}

	private static final class InsecureOrigins {

		static final List<Automaton> SHAPES = Stream
			.of("http://(?:app|example)\\.(?:[^:]*\\.)?com(?::.*)?", "http://(?:app|example)\\..*", "http://[^:\\[]*",
					"http://.*")
			.map(OriginShapes::automaton)
			.toList();

	}

}
