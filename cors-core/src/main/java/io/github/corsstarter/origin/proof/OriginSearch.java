package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.Punycode;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.ShortestText;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an origin that some automata accept and others do not. Finding nothing is the
 * proof that there is nothing.
 */
public final class OriginSearch {

	/** How many labels of punycode are tried. */
	private static final int MOST_LABELS = 16;

	private OriginSearch() {
	}

	/**
	 * Return the most readable origin of http or https there is.
	 * @param required automata that all accept the origin
	 * @param excluded automata none of which accepts the origin
	 * @param limit the work that may go into the search
	 * @return an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String web(List<Automaton> required, List<Automaton> excluded, WorkLimit limit) {
		List<Automaton> all = Stream.concat(required.stream(), Stream.of(OriginShapes.web())).toList();
		return wellFormed(all, excluded, limit);
	}

	/**
	 * Return the most readable origin there is, where the required automata accept only
	 * well-formed ones but for their lengths and addresses. The automata of
	 * {@link OriginShapes} accept a little too much; where that leads to a text that is
	 * no origin, the search is repeated with those that know better.
	 * @param required automata that all accept the origin
	 * @param excluded automata none of which accepts the origin
	 * @param limit the work that may go into the search
	 * @return an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String wellFormed(List<Automaton> required, List<Automaton> excluded, WorkLimit limit) {
		String origin = mostReadable(required, excluded, limit);
		if (origin != null && !Origin.isWellFormed(origin)) {
			List<Automaton> simple = Stream.concat(required.stream(), OriginShapes.simpleNames().stream()).toList();
			origin = Objects.requireNonNullElse(shortest(simple, excluded, limit), origin);
		}
		List<Automaton> narrowed = new ArrayList<>(required);
		while (origin != null && !Origin.isWellFormed(origin)) {
			narrowed.add(OriginShapes.narrowing(origin));
			origin = shortest(narrowed, excluded, limit);
		}
		return origin;
	}

	/**
	 * Return an origin that is accepted and that browsers send.
	 * @param accepted the automaton of an entry
	 * @param limit the work that may go into the search
	 * @return an origin, of the web where there is one, or {@code null} when there is
	 * none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String member(Automaton accepted, WorkLimit limit) {
		String origin = webMember(accepted, limit);
		return (origin != null) ? origin : wellFormed(List.of(accepted, OriginShapes.foreign()), List.of(), limit);
	}

	/**
	 * Return an origin of http or https that is accepted and that browsers send. Where
	 * all origins have labels of punycode, some of these are tried; if none of them is
	 * valid, and there are more, the last one stands for those.
	 * @param accepted the automaton of an entry
	 * @param limit the work that may go into the search
	 * @return an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String webMember(Automaton accepted, WorkLimit limit) {
		List<Automaton> required = List.of(accepted);
		String origin = web(required, List.of(), limit);
		if (invalidLabel(origin) == null) {
			return origin;
		}
		String readable = web(required, List.of(OriginShapes.punycode()), limit);
		List<Automaton> refused = new ArrayList<>();
		for (String label = invalidLabel(origin); readable == null && label != null
				&& refused.size() < MOST_LABELS; label = invalidLabel(origin)) {
			refused.add(Automaton.of(OriginShapes.onAnyPort(OriginShapes.withLabel(label)), limit));
			origin = web(required, refused, limit);
		}
		return (readable != null) ? readable : origin;
	}

	private static @Nullable String invalidLabel(@Nullable String origin) {
		return (origin != null) ? Punycode.invalidLabel(OriginGrammar.host(origin)) : null;
	}

	/**
	 * Short texts of letters first; a shorter one of other characters is no text missed.
	 */
	private static @Nullable String mostReadable(List<Automaton> required, List<Automaton> excluded, WorkLimit limit) {
		ShortestText search = new ShortestText(required, excluded, OriginSearch::cost, limit);
		String text = search.text();
		return (text == null && search.isCutOff()) ? shortest(required, excluded, limit) : text;
	}

	private static @Nullable String shortest(List<Automaton> required, List<Automaton> excluded, WorkLimit limit) {
		return new ShortestText(required, excluded, (c) -> 1, limit).text();
	}

	private static int cost(int c) {
		if (c >= 'a' && c <= 'z' || c == '/' || c == '-') {
			return 10;
		}
		return switch (c) {
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 11;
			case '.' -> 12;
			case '_', ':' -> 30;
			default -> ShortestText.MOST_COST;
		};
	}

}
