package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.owner.AddressNames;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.proof.OriginSearch;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Finds origins that an entry accepts and that belong to others than the owner it was
 * meant for, in spellings that a person recognises: {@code https://evil.github.io} rather
 * than {@code http://0.github.io:1}.
 */
final class CounterExamples {

	private static final int MOST = 3;

	/** Names that another owner could have. */
	private static final List<String> WORDS = List.of("evil", "attacker", "stranger");

	/** What another owner has where names spell addresses. */
	private static final List<String> ADDRESSES = List.of("6-6-6-6", "13-37-13-37", "66-6-6-6");

	/**
	 * Shapes of origins from the most to the least telling; WORD and TLD stand for one of
	 * the words and endings.
	 */
	private static final List<String> SHAPES = List.of("(?:[^:]*\\.)?WORD\\.TLD", "(?:[^:]*[.-])?WORD[^:]*\\.TLD",
			"[^:]*WORD[^:]*\\.TLD", "[^:]*\\.TLD", "(?:[^:]*\\.)?WORD(?:\\.[^:]*)?", "[^:]*WORD[^:]*",
			"[^:\\[]*[a-z][^:]*");

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	/** Automata with more states are searched for two shapes only. */
	static final int LARGE = 1_000;

	private static final List<String> FEW_SHAPES = List.of("[^:]*\\.TLD", "[^:]*");

	private static final List<String> PORTS = List.of("", ":[0-9]+");

	private static final List<String> ENDINGS = List.of("(?:com|net|org)",
			"(?:io|dev|app|co|me|eu|uk|de|fr|nl|us|in|info|cloud|site|online)");

	/** Suffixes that share every name directly below them come before all others. */
	private static final Comparator<String> SHORT_SUFFIXES_FIRST = Comparator
		.comparing((String suffix) -> !suffix.startsWith("*."))
		.thenComparingInt(String::length);

	private final Automaton accepted;

	private final WorkLimit limit;

	private final List<Automaton> excluded = new ArrayList<>();

	/** What is below endings that nobody knows, once there is an example of it. */
	private final List<Automaton> unlisted = new ArrayList<>();

	private final List<Automaton> otherOwners = new ArrayList<>();

	private final List<String> sharedHosts = new ArrayList<>();

	/** Usual endings, and that of the origin that was probably meant. */
	private final List<String> endings;

	private final List<String> words;

	private final String scheme;

	private CounterExamples(Automaton accepted, String meant, WorkLimit limit) {
		this.accepted = accepted;
		this.limit = limit;
		OriginOwner owner = OriginOwner.of(meant);
		exclude(owner, meant);
		this.words = AddressNames.contains(OriginOwner.host(meant)) ? ADDRESSES : WORDS;
		this.endings = endingsLike(OriginOwner.host(meant));
		this.scheme = (find("https://.*", List.of()) != null) ? "https" : "http";
	}

	/**
	 * Find counter-examples.
	 * @param accepted what the entry, or a branch of it, accepts
	 * @param meant an origin of the owner it was probably meant for
	 * @param otherOwner an accepted origin of another owner than some accepted one has
	 * @param limit the work that may go into the search
	 * @return one to three origins of different owners, as far as the limit goes
	 */
	static List<String> find(Automaton accepted, String meant, String otherOwner, WorkLimit limit) {
		List<String> examples = new ArrayList<>();
		try {
			CounterExamples search = new CounterExamples(accepted, meant, limit);
			if (accepted.size() > LARGE) {
				search.findInLarge(examples, meant);
			}
			else {
				search.find(examples);
			}
		}
		catch (TooMuchWorkException ex) {
			if (examples.isEmpty()) {
				examples.addAll(named(accepted, otherOwner, meant));
			}
		}
		if (examples.size() < 2) {
			addOthers(examples, accepted, otherOwner, meant);
		}
		return examples;
	}

	/**
	 * Where the limit does not suffice to look for two examples, what is known and what
	 * is like it costs nothing.
	 */
	private static void addOthers(List<String> examples, Automaton accepted, String otherOwner, String meant) {
		Set<String> owners = Stream.concat(examples.stream(), Stream.of(meant))
			.map((origin) -> OriginOwner.of(origin).name())
			.collect(Collectors.toCollection(HashSet::new));
		Stream.of(List.copyOf(examples), List.of(otherOwner), alike(otherOwner))
			.flatMap(List::stream)
			.filter((origin) -> Origin.isWellFormed(origin) && accepted.accepts(origin)
					&& owners.add(OriginOwner.of(origin).name()))
			.limit(2 - examples.size())
			.forEach(examples::add);
	}

	/** Return origins with another first letter of what their owner has registered. */
	private static List<String> alike(String origin) {
		int start = origin.indexOf(OriginOwner.of(origin).name());
		return (start < 0) ? List.of()
				: LETTERS.chars()
					.mapToObj((c) -> origin.substring(0, start) + (char) c + origin.substring(start + 1))
					.toList();
	}

	/**
	 * To look for a word in a large automaton costs too much, to ask whether it accepts a
	 * name with that word before it costs nothing.
	 */
	private void findInLarge(List<String> examples, String meant) {
		String example = next(this.words.get(0));
		List<String> named = (example != null) ? named(this.accepted, example, meant) : List.of();
		if (named.size() > 1) {
			examples.addAll(named);
		}
		else {
			find(examples);
		}
	}

	private static List<String> named(Automaton accepted, String origin, String meant) {
		Set<String> owners = new HashSet<>();
		owners.add(OriginOwner.of(meant).name());
		return WORDS.stream()
			.flatMap((word) -> Stream.of("", "-", ".")
				.map((separator) -> origin.replace("://", "://" + word + separator))
				.filter((named) -> Origin.isWellFormed(named) && accepted.accepts(named)
						&& owners.add(OriginOwner.of(named).name()))
				.limit(1))
			.toList();
	}

	private void find(List<String> examples) {
		for (int i = 0; i < MOST; i++) {
			String example = next(this.words.get(i));
			if (example == null) {
				break;
			}
			examples.add(example);
			exclude(OriginOwner.of(example), example);
			this.otherOwners.add(OriginOwner.onlyHost(OriginOwner.host(example)).origins(this.limit));
		}
	}

	private static List<String> endingsLike(String host) {
		String suffix = (OriginOwner.isAddress(host) || host.indexOf('.') < 0) ? null
				: PublicSuffixList.get().publicSuffix(host);
		if (suffix == null || !PublicSuffixList.get().isListed(suffix.substring(suffix.lastIndexOf('.') + 1))) {
			return ENDINGS;
		}
		List<String> endings = new ArrayList<>(ENDINGS);
		endings.add(suffix.replace(".", "\\."));
		return endings;
	}

	/**
	 * Two names below an ending that nobody knows show no more than one where there are
	 * others, but two names without any ending do.
	 */
	private void exclude(OriginOwner owner, String origin) {
		String host = OriginOwner.host(origin);
		if (OriginOwner.isAddress(host) || host.indexOf('.') < 0) {
			this.excluded.add(OriginOwner.onlyHost(host).origins(this.limit));
			return;
		}
		this.excluded.add(owner.origins(this.limit));
		this.sharedHosts.addAll(owner.sharedHosts());
		this.sharedHosts.sort(SHORT_SUFFIXES_FIRST);
		String ending = host.substring(host.lastIndexOf('.') + 1);
		if (!PublicSuffixList.get().isListed(ending)) {
			this.unlisted
				.add(Automaton.of(OriginShapes.onAnyPort(OriginShapes.nameOrBelow(List.of(ending))), this.limit));
		}
	}

	private @Nullable String next(String word) {
		List<Automaton> known = new ArrayList<>(this.excluded);
		known.addAll(this.unlisted);
		String example = next(word, known);
		if (example == null && !this.unlisted.isEmpty()) {
			example = next(word, this.excluded);
		}
		return (example != null) ? example : nextShared(word);
	}

	private @Nullable String next(String word, List<Automaton> without) {
		for (String port : PORTS) {
			for (String shape : (this.accepted.size() > LARGE) ? FEW_SHAPES : SHAPES) {
				String regex = this.scheme + "://" + shape.replace("WORD", word) + port;
				for (String ending : endings(shape)) {
					String example = find(regex.replace("TLD", ending), without);
					if (example != null) {
						return example;
					}
				}
			}
		}
		return find(".*", without);
	}

	private List<String> endings(String shape) {
		return shape.equals(SHAPES.get(0)) ? ENDINGS : shape.endsWith("TLD") ? this.endings : List.of("");
	}

	/**
	 * What other owners have on names below the owner's domain is excluded together with
	 * that domain.
	 */
	private @Nullable String nextShared(String word) {
		for (String shape : List.of("SCHEME://(?:[^:]*\\.)?WORD\\..*", ".*")) {
			String regex = shape.replace("SCHEME", this.scheme).replace("WORD", word);
			for (String hosts : this.sharedHosts) {
				String example = find(
						List.of(this.accepted, OriginShapes.web(), OriginShapes.automaton(regex, this.limit),
								OriginOwner.sharedOrigins(List.of(hosts), this.limit)),
						this.otherOwners);
				if (example != null) {
					return example;
				}
			}
		}
		return null;
	}

	private @Nullable String find(String shape, List<Automaton> without) {
		return find(List.of(this.accepted, OriginShapes.web(), OriginShapes.automaton(shape, this.limit)), without);
	}

	/**
	 * Where every name is a public suffix, such as {@code evil.ck}, other owners have
	 * names below that.
	 */
	private @Nullable String find(List<Automaton> required, List<Automaton> without) {
		String example = OriginSearch.wellFormed(required, without, this.limit);
		String parent = (example != null) ? PublicSuffixList.parent(OriginOwner.host(example)) : null;
		if (parent == null || !PublicSuffixList.get().sharesEveryName(parent)) {
			return example;
		}
		List<Automaton> orSuffix = new ArrayList<>(without);
		orSuffix.add(Automaton.of(OriginShapes.onAnyPort(OriginShapes.directlyBelow(parent)), this.limit));
		String below = OriginSearch.wellFormed(required, orSuffix, this.limit);
		return (below != null) ? below : example;
	}

}
