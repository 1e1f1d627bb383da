package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a text that some automata accept and others do not, walking through all of
 * them at once. Finding nothing is the proof that there is nothing.
 */
final class OriginSearch {

	/** Characters from the most to the least readable. */
	private static final String READABLE = "x-abcdefghijklmnopqrstuvwyz1234567890./:_+[]ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final int MAX_NODES = 1_000_000;

	private final OriginAutomaton[] automata;

	private final int required;

	private final char[] alphabet;

	/** Whether a search has left out texts for their length. */
	private boolean cutOff;

	/**
	 * Create a search.
	 * @param required automata that all accept the text
	 * @param excluded automata none of which accepts the text
	 */
	OriginSearch(List<OriginAutomaton> required, List<OriginAutomaton> excluded) {
		List<OriginAutomaton> all = new ArrayList<>(required);
		all.addAll(excluded);
		this.automata = all.toArray(OriginAutomaton[]::new);
		this.required = required.size();
		this.alphabet = alphabet();
	}

	/**
	 * Return the most readable well-formed origin there is. The automata of
	 * {@link WellFormedOrigins} accept a little too much; where that leads to a text that
	 * is no origin, the search is repeated with those that know better.
	 * @param required automata that all accept the origin, together only well-formed ones
	 * but for their lengths and addresses
	 * @param excluded automata none of which accepts the origin
	 * @return an origin, or {@code null} when there is none
	 * @throws AutomatonTooLargeException when the automata are too large to tell
	 */
	static @Nullable String wellFormed(List<OriginAutomaton> required, List<OriginAutomaton> excluded) {
		String origin = new OriginSearch(required, excluded).mostReadable();
		if (origin == null || Origin.isWellFormed(origin)) {
			return origin;
		}
		List<OriginAutomaton> narrowed = new ArrayList<>(required);
		narrowed.add(WellFormedOrigins.shortLabels());
		origin = new OriginSearch(narrowed, excluded).shortest();
		if (origin != null && origin.indexOf('[') >= 0 && !Origin.isWellFormed(origin)) {
			narrowed.add(WellFormedOrigins.canonicalAddresses());
			origin = new OriginSearch(narrowed, excluded).shortest();
		}
		return (origin != null && Origin.isWellFormed(origin)) ? origin : null;
	}

	/**
	 * The most readable one of each group of characters that no automaton tells apart.
	 */
	private char[] alphabet() {
		Map<String, Character> representatives = new LinkedHashMap<>();
		StringBuilder columns = new StringBuilder();
		for (char c : READABLE.toCharArray()) {
			columns.setLength(0);
			for (OriginAutomaton automaton : this.automata) {
				columns.append((char) automaton.column(c));
			}
			representatives.putIfAbsent(columns.toString(), c);
		}
		char[] characters = new char[representatives.size()];
		int count = 0;
		for (char c : representatives.values()) {
			characters[count++] = c;
		}
		return characters;
	}

	/**
	 * Return the most readable text there is, short ones of letters first.
	 * @return a text that is no longer than an origin, or {@code null} when there is none
	 * @throws AutomatonTooLargeException when the automata are too large to tell
	 */
	@Nullable String mostReadable() {
		String text = search(OriginSearch::effort);
		return (text == null && this.cutOff) ? shortest() : text;
	}

	/**
	 * Return the shortest text there is.
	 * @return a text that is no longer than an origin, or {@code null} when there is none
	 * @throws AutomatonTooLargeException when the automata are too large to tell
	 */
	@Nullable String shortest() {
		return search((c) -> 1);
	}

	private static int effort(char c) {
		if (c >= 'a' && c <= 'z' || c == '/' || c == '-') {
			return 10;
		}
		return switch (c) {
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 11;
			case '.' -> 12;
			case '_', ':' -> 30;
			default -> 60;
		};
	}

	private @Nullable String search(CharacterEffort effort) {
		PriorityQueue<Step> queue = new PriorityQueue<>();
		Set<States> seen = new HashSet<>();
		int[] start = new int[this.automata.length];
		for (int i = 0; i < start.length; i++) {
			start[i] = this.automata[i].start();
		}
		if (isPromising(start)) {
			queue.add(new Step(new States(start), null, ' ', 0, 0, 0));
		}
		int order = 0;
		while (!queue.isEmpty()) {
			Step step = queue.remove();
			if (!seen.add(step.states)) {
				continue;
			}
			if (isAccepted(step.states.of)) {
				return step.text();
			}
			if (seen.size() > MAX_NODES) {
				throw new AutomatonTooLargeException("The entry is too complicated to be judged.");
			}
			if (step.length == OriginGrammar.MAX_LENGTH) {
				this.cutOff = true;
				continue;
			}
			for (char c : this.alphabet) {
				int[] next = next(step.states.of, c);
				if (isPromising(next)) {
					States states = new States(next);
					if (!seen.contains(states)) {
						queue.add(new Step(states, step, c, step.length + 1, step.effort + effort.of(c), ++order));
					}
				}
			}
		}
		return null;
	}

	private int[] next(int[] states, char c) {
		int[] next = new int[states.length];
		for (int i = 0; i < next.length; i++) {
			next[i] = this.automata[i].next(states[i], c);
		}
		return next;
	}

	private boolean isPromising(int[] states) {
		for (int i = 0; i < this.required; i++) {
			if (states[i] == OriginAutomaton.DEAD) {
				return false;
			}
		}
		return true;
	}

	private boolean isAccepted(int[] states) {
		for (int i = 0; i < states.length; i++) {
			if (this.automata[i].isAccepting(states[i]) != (i < this.required)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * How much worse a text gets by a character.
	 */
	private interface CharacterEffort {

		int of(char c);

	}

	/**
	 * The states of all automata at once, as a key.
	 *
	 * @param of the states
	 */
	private record States(int[] of) {

		@Override
		public boolean equals(Object other) {
			return other instanceof States states && Arrays.equals(this.of, states.of);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.of);
		}

	}

	/**
	 * A way to some states.
	 *
	 * @param states where it leads
	 * @param previous the way up to the last character, {@code null} at the start
	 * @param character the last character
	 * @param length how many characters it has
	 * @param effort the sum over all characters
	 * @param order the sequence in which ways were found, so that equal ones are taken in
	 * the order of the alphabet
	 */
	private record Step(States states, @Nullable Step previous, char character, int length, int effort,
			int order) implements Comparable<Step> {

		@Override
		public int compareTo(Step other) {
			int difference = Integer.compare(this.effort, other.effort);
			return (difference != 0) ? difference : Integer.compare(this.order, other.order);
		}

		String text() {
			StringBuilder text = new StringBuilder();
			for (Step step = this; step.previous != null; step = step.previous) {
				text.append(step.character);
			}
			return text.reverse().toString();
		}

	}

}
