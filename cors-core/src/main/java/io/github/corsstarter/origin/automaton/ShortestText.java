package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginGrammar;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the text of least cost that some automata accept and others do not, walking
 * through all of them at once (Dijkstra's algorithm on their product, of which only what
 * is reached is built). Of texts of equal cost it is the one found first, in the order of
 * the alphabet.
 */
public final class ShortestText {

	/** The most that a character may cost. */
	public static final int MOST_COST = 60;

	/** Characters from the most to the least readable. */
	private static final String READABLE = "x-abcdefghijklmnopqrstuvwyz1234567890./:_+[]ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private final Automaton[] automata;

	private final int required;

	private final char[] alphabet;

	private final int[] costs;

	private final WorkLimit limit;

	private final Places places = new Places();

	private final int[] next;

	/** Places from which to go on, by cost modulo the number of queues. */
	private final List<List<Place>> queues = IntStream.rangeClosed(0, MOST_COST)
		.<List<Place>>mapToObj((cost) -> new ArrayList<>())
		.toList();

	private int waiting;

	private boolean cutOff;

	/**
	 * Create a search.
	 * @param required automata that all accept the text
	 * @param excluded automata none of which accepts the text
	 * @param cost what a text costs for each of its characters, from 1 to
	 * {@link #MOST_COST}
	 * @param limit the work that may go into the search
	 */
	public ShortestText(List<Automaton> required, List<Automaton> excluded, IntUnaryOperator cost, WorkLimit limit) {
		this.automata = Stream.concat(required.stream(), excluded.stream()).toArray(Automaton[]::new);
		this.required = required.size();
		limit.spend(READABLE.length() * this.automata.length);
		this.alphabet = alphabet();
		this.costs = new int[this.alphabet.length];
		Arrays.setAll(this.costs, (index) -> cost.applyAsInt(this.alphabet[index]));
		this.limit = limit;
		this.next = new int[this.automata.length];
	}

	/**
	 * The most readable one of each group of characters that no automaton tells apart.
	 */
	private char[] alphabet() {
		StringBuilder alphabet = new StringBuilder();
		Set<String> known = new HashSet<>();
		for (char c : READABLE.toCharArray()) {
			StringBuilder columns = new StringBuilder();
			for (Automaton automaton : this.automata) {
				columns.append((char) automaton.column(c));
			}
			if (known.add(columns.toString())) {
				alphabet.append(c);
			}
		}
		return alphabet.toString().toCharArray();
	}

	/**
	 * Find the text. To be called once.
	 * @return a text that is no longer than an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public @Nullable String text() {
		Arrays.setAll(this.next, (index) -> this.automata[index].start());
		arrive(null, ' ', 0);
		for (int cost = 0; this.waiting > 0; cost++) {
			List<Place> queue = this.queues.get(cost % this.queues.size());
			for (Place place : queue) {
				if (place.cost == cost && isAccepted(place)) {
					return place.text();
				}
				if (place.cost == cost) {
					leave(place);
				}
			}
			this.waiting -= queue.size();
			queue.clear();
		}
		return null;
	}

	/**
	 * Return whether a text was left out because it, or the beginning of it, can also be
	 * had at less cost with more characters than an origin has.
	 * @return whether finding nothing proves nothing
	 */
	public boolean isCutOff() {
		return this.cutOff;
	}

	private void leave(Place place) {
		if (place.length == OriginGrammar.MAX_LENGTH) {
			this.cutOff = true;
			return;
		}
		this.limit.spend(this.alphabet.length * this.automata.length);
		for (int c = 0; c < this.alphabet.length; c++) {
			for (int i = 0; i < this.next.length; i++) {
				this.next[i] = this.automata[i].next(place.states[i], this.alphabet[c]);
			}
			arrive(place, this.alphabet[c], place.cost + this.costs[c]);
		}
	}

	/**
	 * Arrive at the next states.
	 */
	private void arrive(@Nullable Place from, char character, int cost) {
		if (!isPromising()) {
			return;
		}
		Place place = this.places.find(this.next);
		if (place.cost <= cost) {
			return;
		}
		place.reach(from, character, cost);
		this.queues.get(cost % this.queues.size()).add(place);
		this.waiting++;
	}

	private boolean isPromising() {
		for (int i = 0; i < this.required; i++) {
			if (this.next[i] == Automaton.DEAD) {
				return false;
			}
		}
		return true;
	}

	private boolean isAccepted(Place place) {
		for (int i = 0; i < this.automata.length; i++) {
			if (this.automata[i].isAccepting(place.states[i]) != (i < this.required)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A state of each automaton, and the cheapest way there so far.
	 */
	private static final class Place {

		private final int[] states;

		private final int hash;

		private int cost = Integer.MAX_VALUE;

		private @Nullable Place previous;

		private char character;

		private int length;

		Place(int[] states, int hash) {
			this.states = states;
			this.hash = hash;
		}

		void reach(@Nullable Place from, char character, int cost) {
			this.cost = cost;
			this.previous = from;
			this.character = character;
			this.length = (from != null) ? from.length + 1 : 0;
		}

		String text() {
			StringBuilder text = new StringBuilder();
			Place place = this;
			while (place.previous != null) {
				text.append(place.character);
				place = place.previous;
			}
			return text.reverse().toString();
		}

	}

	/**
	 * Where the walk has been.
	 */
	private static final class Places extends HashTable<Place> {

		@Override
		protected int hash(Place place) {
			return place.hash;
		}

		/**
		 * Find the place of some states, which is a new one when the walk has not been
		 * there.
		 */
		Place find(int[] states) {
			int hash = Arrays.hashCode(states);
			int slot = first(hash);
			Place place = get(slot);
			while (place != null && !(place.hash == hash && Arrays.equals(place.states, states))) {
				slot = next(slot);
				place = get(slot);
			}
			if (place == null) {
				place = new Place(states.clone(), hash);
				insert(place);
			}
			return place;
		}

	}

}
