package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.OriginGrammar;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the text of least effort that some automata accept and others do not, walking
 * through all of them at once. Of texts of equal effort it is the one found first, in the
 * order of the alphabet.
 */
public final class TextSearch {

	/** The most effort that a character may be. */
	public static final int MOST_EFFORT = 60;

	/** Characters from the most to the least readable. */
	private static final String READABLE = "x-abcdefghijklmnopqrstuvwyz1234567890./:_+[]ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final int NOWHERE = -1;

	private final Automaton[] automata;

	private final int required;

	private final char[] alphabet;

	private final int[] effortOf;

	private final ProofBudget budget;

	/** Where the walk has been: a state of each automaton. */
	private final StateTuples places;

	private final int[] next;

	/**
	 * For each place the least effort so far, the last step of that way and its length.
	 */
	private int[] efforts = new int[64];

	private int[] previous = new int[64];

	private char[] lastCharacter = new char[64];

	private int[] lengths = new int[64];

	/** Places from which to go on, by effort modulo the number of queues. */
	private final IntList[] queues = new IntList[MOST_EFFORT + 1];

	private int waiting;

	private boolean cutOff;

	/**
	 * Create a search.
	 * @param required automata that all accept the text
	 * @param excluded automata none of which accepts the text
	 * @param effort how much worse a text gets by a character, from 1 to
	 * {@link #MOST_EFFORT}
	 * @param budget what pays for the search
	 */
	public TextSearch(List<Automaton> required, List<Automaton> excluded, CharacterEffort effort, ProofBudget budget) {
		List<Automaton> all = new ArrayList<>(required);
		all.addAll(excluded);
		this.automata = all.toArray(Automaton[]::new);
		this.required = required.size();
		budget.spend(READABLE.length() * this.automata.length);
		this.alphabet = alphabet();
		this.effortOf = new int[this.alphabet.length];
		Arrays.setAll(this.effortOf, (index) -> effort.of(this.alphabet[index]));
		this.budget = budget;
		this.places = new StateTuples(this.automata.length);
		this.next = new int[this.automata.length];
		Arrays.setAll(this.queues, (index) -> new IntList());
	}

	/**
	 * The most readable one of each group of characters that no automaton tells apart.
	 */
	private char[] alphabet() {
		Map<String, Character> representatives = new LinkedHashMap<>();
		StringBuilder columns = new StringBuilder();
		for (char c : READABLE.toCharArray()) {
			columns.setLength(0);
			for (Automaton automaton : this.automata) {
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
	 * Find the text. To be called once.
	 * @return a text that is no longer than an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when the budget does not suffice to tell
	 */
	public @Nullable String text() {
		for (int i = 0; i < this.automata.length; i++) {
			this.next[i] = this.automata[i].start();
		}
		arrive(NOWHERE, ' ', 0);
		for (int effort = 0; this.waiting > 0; effort++) {
			IntList queue = this.queues[effort % this.queues.length];
			for (int i = 0; i < queue.size(); i++) {
				int place = queue.get(i);
				if (this.efforts[place] == effort && isAccepted(place)) {
					return textTo(place);
				}
				if (this.efforts[place] == effort) {
					leave(place);
				}
			}
			this.waiting -= queue.size();
			queue.clear();
		}
		return null;
	}

	/**
	 * Tell whether a text was left out because it, or the beginning of it, can also be
	 * had with less effort at more characters than an origin has.
	 * @return whether finding nothing proves nothing
	 */
	public boolean isCutOff() {
		return this.cutOff;
	}

	private void leave(int place) {
		if (this.lengths[place] == OriginGrammar.MAX_LENGTH) {
			this.cutOff = true;
			return;
		}
		this.budget.spend(this.alphabet.length * this.automata.length);
		for (int c = 0; c < this.alphabet.length; c++) {
			for (int i = 0; i < this.next.length; i++) {
				this.next[i] = this.automata[i].next(this.places.state(place, i), this.alphabet[c]);
			}
			arrive(place, this.alphabet[c], this.efforts[place] + this.effortOf[c]);
		}
	}

	/**
	 * Arrive at the next states.
	 */
	private void arrive(int from, char character, int effort) {
		if (!isPromising()) {
			return;
		}
		int known = this.places.size();
		int place = this.places.number(this.next);
		if (place == known) {
			ensureCapacity();
		}
		else if (this.efforts[place] <= effort) {
			return;
		}
		this.efforts[place] = effort;
		this.previous[place] = from;
		this.lastCharacter[place] = character;
		this.lengths[place] = (from != NOWHERE) ? this.lengths[from] + 1 : 0;
		this.queues[effort % this.queues.length].add(place);
		this.waiting++;
	}

	private void ensureCapacity() {
		if (this.places.size() > this.efforts.length) {
			int capacity = this.efforts.length * 2;
			this.efforts = Arrays.copyOf(this.efforts, capacity);
			this.previous = Arrays.copyOf(this.previous, capacity);
			this.lastCharacter = Arrays.copyOf(this.lastCharacter, capacity);
			this.lengths = Arrays.copyOf(this.lengths, capacity);
		}
	}

	private boolean isPromising() {
		for (int i = 0; i < this.required; i++) {
			if (this.next[i] == Automaton.DEAD) {
				return false;
			}
		}
		return true;
	}

	private boolean isAccepted(int place) {
		for (int i = 0; i < this.automata.length; i++) {
			if (this.automata[i].isAccepting(this.places.state(place, i)) != (i < this.required)) {
				return false;
			}
		}
		return true;
	}

	private String textTo(int place) {
		StringBuilder text = new StringBuilder();
		for (int at = place; this.previous[at] != NOWHERE; at = this.previous[at]) {
			text.append(this.lastCharacter[at]);
		}
		return text.reverse().toString();
	}

	/**
	 * How much worse a text gets by a character.
	 */
	public interface CharacterEffort {

		/**
		 * Return the effort of a character.
		 * @param c a character
		 * @return a number from 1 to {@link #MOST_EFFORT}
		 */
		int of(char c);

	}

	/**
	 * Numbers in the order in which they were added.
	 */
	private static final class IntList {

		private int[] numbers = new int[16];

		private int size;

		void add(int number) {
			if (this.size == this.numbers.length) {
				this.numbers = Arrays.copyOf(this.numbers, this.size * 2);
			}
			this.numbers[this.size++] = number;
		}

		int get(int index) {
			return this.numbers[index];
		}

		int size() {
			return this.size;
		}

		void clear() {
			this.size = 0;
		}

	}

}
