package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one automaton accepts and another does not (product construction): a state is one
 * of each.
 */
final class Difference {

	private final Automaton minuend;

	private final Automaton subtrahend;

	private final Map<Pair, Integer> states = new HashMap<>();

	private final List<Pair> pairs = new ArrayList<>();

	Difference(Automaton minuend, Automaton subtrahend) {
		this.minuend = minuend;
		this.subtrahend = subtrahend;
	}

	Automaton build() {
		byte[] columns = new byte[CharacterSet.LIMIT];
		List<Character> representatives = representatives(columns);
		int start = state(this.minuend.start(), this.subtrahend.start());
		List<int[]> transitions = new ArrayList<>();
		for (int state = 0; state < this.pairs.size(); state++) {
			Pair from = this.pairs.get(state);
			transitions.add(representatives.stream()
				.mapToInt((c) -> state(this.minuend.next(from.one(), c), this.subtrahend.next(from.other(), c)))
				.toArray());
		}
		boolean[] accepting = new boolean[this.pairs.size()];
		for (int state = 0; state < accepting.length; state++) {
			Pair pair = this.pairs.get(state);
			accepting[state] = this.minuend.isAccepting(pair.one()) && !this.subtrahend.isAccepting(pair.other());
		}
		return new Automaton(columns, transitions, accepting, start);
	}

	/** Number the columns, and return a character of each. */
	private List<Character> representatives(byte[] columns) {
		List<Character> representatives = new ArrayList<>();
		Map<Pair, Byte> known = new HashMap<>();
		for (char c = 0; c < CharacterSet.LIMIT; c++) {
			Pair pair = new Pair(this.minuend.column(c), this.subtrahend.column(c));
			Byte column = known.get(pair);
			if (column == null) {
				column = (byte) representatives.size();
				known.put(pair, column);
				representatives.add(c);
			}
			columns[c] = column;
		}
		return representatives;
	}

	private int state(int one, int other) {
		if (one == Automaton.DEAD) {
			return Automaton.DEAD;
		}
		Pair pair = new Pair(one, other);
		Integer known = this.states.putIfAbsent(pair, this.pairs.size());
		if (known != null) {
			return known;
		}
		if (this.pairs.size() == Automaton.MAX_STATES) {
			throw Determinizer.tooLarge();
		}
		this.pairs.add(pair);
		return this.pairs.size() - 1;
	}

	/**
	 * States, or columns, of both automata.
	 */
	private record Pair(int one, int other) {

	}

}
