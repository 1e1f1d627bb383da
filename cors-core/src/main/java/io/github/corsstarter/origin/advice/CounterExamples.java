package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.OriginRegex;
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

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	/** Automata with more states are searched for two shapes only. */
	static final int LARGE = 1_000;

	private static final List<String> PORTS = List.of("", ":[0-9]+");

	private static final List<String> USUAL_ENDINGS = List.of("\\.(?:com|net|org)",
			"\\.(?:io|dev|app|co|me|eu|uk|de|fr|nl|us|in|info|cloud|site|online)");

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

	private final List<String> words;

	private final String scheme;

	/** Expressions from the most to the least telling; WORD stands for a name. */
	private final List<String> shapes;

	private CounterExamples(Automaton accepted, String meant, WorkLimit limit) {
		this.accepted = accepted;
		this.limit = limit;
		OriginOwner owner = OriginOwner.of(meant);
		exclude(owner, meant);
		this.words = AddressNames.contains(OriginGrammar.host(meant)) ? ADDRESSES : WORDS;
		this.scheme = (search("https://.*", List.of()) != null) ? "https" : "http";
		this.shapes = shapes(endingsLike(OriginGrammar.host(meant)));
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
			new CounterExamples(accepted, meant, limit).collect(examples, meant);
		}
		catch (TooMuchWorkException ex) {
			// What is like the known one is looked at below, and costs nothing
		}
		if (examples.size() < 2) {
			Predicate<String> counts = anotherOwner(accepted, Stream.concat(Stream.of(meant), examples.stream()));
			Stream
				.of(named(otherOwner, counts), Stream.of(otherOwner).filter(counts),
						alike(otherOwner).filter(counts).limit(1))
				.flatMap(Function.identity())
				.limit(MOST - examples.size())
				.forEach(examples::add);
		}
		return examples;
	}

	/**
	 * Tell accepted origins of further owners.
	 * @param known origins of owners that do not count
	 */
	private static Predicate<String> anotherOwner(Automaton accepted, Stream<String> known) {
		Set<String> owners = known.map((origin) -> OriginOwner.of(origin).name())
			.collect(Collectors.toCollection(HashSet::new));
		return (origin) -> Origin.isWellFormed(origin) && accepted.accepts(origin)
				&& owners.add(OriginOwner.of(origin).name());
	}

	/** Return an origin for each word that makes another name of a known one. */
	private static Stream<String> named(String origin, Predicate<String> counts) {
		return WORDS.stream()
			.flatMap((word) -> Stream.of("", "-", ".")
				.map((separator) -> origin.replace("://", "://" + word + separator))
				.filter(counts)
				.limit(1));
	}

	/** Return origins with another first letter of what their owner has registered. */
	private static Stream<String> alike(String origin) {
		int start = origin.indexOf(OriginOwner.of(origin).name());
		return (start < 0) ? Stream.empty()
				: LETTERS.chars().mapToObj((c) -> origin.substring(0, start) + (char) c + origin.substring(start + 1));
	}

	/**
	 * To look for a word in a large automaton costs too much, to ask whether it accepts a
	 * name with that word before it costs nothing.
	 */
	private void collect(List<String> examples, String meant) {
		String example = (this.accepted.size() > LARGE) ? nextOwner(this.words.get(0)) : null;
		if (example != null) {
			List<String> named = named(example, anotherOwner(this.accepted, Stream.of(meant))).toList();
			if (named.size() > 1) {
				examples.addAll(named);
				return;
			}
		}
		collect(examples);
	}

	private void collect(List<String> examples) {
		for (int i = 0; i < MOST; i++) {
			String example = nextOwner(this.words.get(i));
			if (example == null) {
				break;
			}
			examples.add(example);
			exclude(OriginOwner.of(example), example);
			this.otherOwners.add(OriginOwner.onlyHost(OriginGrammar.host(example)).origins(this.limit));
		}
	}

	/** Return usual endings, and that of the host that was probably meant. */
	private static List<String> endingsLike(String host) {
		String suffix = (OriginGrammar.isAddress(host) || host.indexOf('.') < 0) ? null
				: PublicSuffixList.get().publicSuffix(host);
		if (suffix == null || !PublicSuffixList.get().isListed(suffix.substring(suffix.lastIndexOf('.') + 1))) {
			return USUAL_ENDINGS;
		}
		return Stream.concat(USUAL_ENDINGS.stream(), Stream.of("\\." + OriginRegex.quote(suffix))).toList();
	}

	/**
	 * Two names below an ending that nobody knows show no more than one where there are
	 * others, but two names without any ending do.
	 */
	private void exclude(OriginOwner owner, String origin) {
		String host = OriginGrammar.host(origin);
		if (OriginGrammar.isAddress(host) || host.indexOf('.') < 0) {
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

	private @Nullable String nextOwner(String word) {
		List<Automaton> known = new ArrayList<>(this.excluded);
		known.addAll(this.unlisted);
		String example = readable(word, known);
		if (example == null && !this.unlisted.isEmpty()) {
			example = readable(word, this.excluded);
		}
		return (example != null) ? example : belowSharedSuffix(word);
	}

	private List<String> shapes(List<String> endings) {
		List<String> hosts = new ArrayList<>();
		if (this.accepted.size() > LARGE) {
			endings.forEach((ending) -> hosts.add("[^:]*" + ending));
			hosts.add("[^:]*");
		}
		else {
			USUAL_ENDINGS.forEach((ending) -> hosts.add("(?:[^:]*\\.)?WORD" + ending));
			for (String name : List.of("(?:[^:]*[.-])?WORD[^:]*", "[^:]*WORD[^:]*", "[^:]*")) {
				endings.forEach((ending) -> hosts.add(name + ending));
			}
			hosts.addAll(List.of("(?:[^:]*\\.)?WORD(?:\\.[^:]*)?", "[^:]*WORD[^:]*", "[^:\\[]*[a-z][^:]*"));
		}
		return PORTS.stream()
			.flatMap((port) -> hosts.stream().map((host) -> this.scheme + "://" + host + port))
			.toList();
	}

	private @Nullable String readable(String word, List<Automaton> without) {
		return Stream.concat(this.shapes.stream(), Stream.of(".*"))
			.map((shape) -> search(shape.replace("WORD", word), without))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What other owners have on names below the owner's domain is excluded together with
	 * that domain.
	 */
	private @Nullable String belowSharedSuffix(String word) {
		for (String regex : List.of(this.scheme + "://(?:[^:]*\\.)?" + word + "\\..*", ".*")) {
			for (String hosts : this.sharedHosts) {
				String example = search(List.of(this.accepted, OriginShapes.automaton(regex, this.limit),
						OriginOwner.sharedOrigins(List.of(hosts), this.limit)), this.otherOwners);
				if (example != null) {
					return example;
				}
			}
		}
		return null;
	}

	private @Nullable String search(String regex, List<Automaton> without) {
		return search(List.of(this.accepted, OriginShapes.automaton(regex, this.limit)), without);
	}

	/**
	 * Where every name is a public suffix, such as {@code evil.ck}, other owners have
	 * names below that.
	 */
	private @Nullable String search(List<Automaton> required, List<Automaton> without) {
		String example = OriginSearch.web(required, without, this.limit);
		String parent = (example != null) ? PublicSuffixList.parent(OriginGrammar.host(example)) : null;
		if (parent == null || !PublicSuffixList.get().sharesEveryName(parent)) {
			return example;
		}
		List<Automaton> orSuffix = new ArrayList<>(without);
		orSuffix.add(Automaton.of(OriginShapes.onAnyPort(OriginShapes.directlyBelow(parent)), this.limit));
		String below = OriginSearch.web(required, orSuffix, this.limit);
		return (below != null) ? below : example;
	}

}
