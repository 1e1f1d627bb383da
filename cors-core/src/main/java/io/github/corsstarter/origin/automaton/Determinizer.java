package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Determinises the automaton of an expression (subset construction). Its states, the work
 * done for them and the memory they take are counted as they are made, so that an
 * expression with too large an automaton is given up early.
 */
final class Determinizer {

	private static final int MAX_WORK = 15_000_000;

	private static final int MAX_STORED_NODES = 4_000_000;

	private final WorkLimit limit;

	private final Nfa nfa;

	private final byte[] columns = new byte[CharacterSet.LIMIT];

	private final boolean[][] setHasColumn;

	private final int width;

	private final Map<NodeSet, Integer> states = new HashMap<>();

	private final List<int[]> nodes = new ArrayList<>();

	private final List<int[]> transitions = new ArrayList<>();

	private final int[] marks;

	private final int[] pending;

	private int mark;

	private int work;

	private int stored;

	Determinizer(Expression expression, WorkLimit limit) {
		this.limit = limit;
		this.nfa = new Nfa(expression, limit);
		List<CharacterSet> sets = this.nfa.sets();
		Map<BitSet, Integer> numbers = partition(sets);
		this.width = numbers.size() + 1;
		this.setHasColumn = new boolean[sets.size()][this.width];
		numbers.forEach(
				(memberships, column) -> memberships.stream().forEach((set) -> this.setHasColumn[set][column] = true));
		this.marks = new int[this.nfa.size()];
		this.pending = new int[this.nfa.size()];
	}

	/**
	 * Number the columns, {@link Automaton#INVALID} being the first: characters that are
	 * in the same sets are not told apart.
	 */
	private Map<BitSet, Integer> partition(List<CharacterSet> sets) {
		Map<BitSet, Integer> numbers = new HashMap<>();
		for (char c = 0; c < CharacterSet.LIMIT; c++) {
			if (CharacterSet.ALL.contains(c)) {
				BitSet memberships = new BitSet(sets.size());
				for (int set = 0; set < sets.size(); set++) {
					memberships.set(set, sets.get(set).contains(c));
				}
				this.columns[c] = numbers.computeIfAbsent(memberships, (key) -> numbers.size() + 1).byteValue();
			}
		}
		return numbers;
	}

	Automaton build() {
		int[] single = { this.nfa.start() };
		int start = state(epsilonClosure(single, 1));
		for (int state = 0; state < this.nodes.size(); state++) {
			this.transitions.add(successors(this.nodes.get(state)));
		}
		boolean[] accepting = new boolean[this.nodes.size()];
		for (int state = 0; state < accepting.length; state++) {
			accepting[state] = accepts(state);
		}
		return new Automaton(this.columns, this.transitions, accepting, start);
	}

	private int[] successors(int[] from) {
		int[] successors = new int[this.width];
		int[] targets = new int[from.length];
		for (int column = 0; column < this.width; column++) {
			int count = 0;
			for (int node : from) {
				if (node != Nfa.END && this.setHasColumn[this.nfa.set(node)][column]) {
					targets[count++] = this.nfa.first(node);
				}
			}
			countWork(from.length);
			successors[column] = (count > 0) ? state(epsilonClosure(targets, count)) : Automaton.DEAD;
		}
		return successors;
	}

	/** Return the nodes that splits lead to (the ε-closure), sorted. */
	private int[] epsilonClosure(int[] from, int count) {
		this.mark++;
		int top = 0;
		int visited = 0;
		int[] reached = new int[Math.max(8, count)];
		int size = 0;
		for (int i = 0; i < count; i++) {
			top = push(from[i], top);
			while (top > 0) {
				int node = this.pending[--top];
				visited++;
				if (this.nfa.isSplit(node)) {
					top = push(this.nfa.second(node), top);
					top = push(this.nfa.first(node), top);
				}
				else {
					if (size == reached.length) {
						reached = Arrays.copyOf(reached, size * 2);
					}
					reached[size++] = node;
				}
			}
		}
		countWork(visited);
		int[] closure = Arrays.copyOf(reached, size);
		Arrays.sort(closure);
		return closure;
	}

	private int push(int node, int top) {
		if (this.marks[node] == this.mark) {
			return top;
		}
		this.marks[node] = this.mark;
		this.pending[top] = node;
		return top + 1;
	}

	private int state(int[] closure) {
		NodeSet key = new NodeSet(closure, Arrays.hashCode(closure));
		Integer known = this.states.get(key);
		if (known != null) {
			return known;
		}
		int state = this.nodes.size();
		this.stored += closure.length;
		if (state >= Automaton.MAX_STATES || this.stored > MAX_STORED_NODES) {
			throw tooLarge();
		}
		this.states.put(key, state);
		this.nodes.add(closure);
		return state;
	}

	private void countWork(int steps) {
		this.work += steps;
		if (this.work > MAX_WORK) {
			throw tooLarge();
		}
		this.limit.spend(steps);
	}

	static TooMuchWorkException tooLarge() {
		return new TooMuchWorkException("The automaton of the entry is too large, more than " + Automaton.MAX_STATES
				+ " states; write fewer wildcards and repetitions, or separate entries.");
	}

	/** The end is the smallest node, and so the first of a sorted set. */
	private boolean accepts(int state) {
		int[] set = this.nodes.get(state);
		return set.length > 0 && set[0] == Nfa.END;
	}

	/** Sorted nodes as a key. */
	private record NodeSet(int[] nodes, int hash) {

		@Override
		public boolean equals(Object other) {
			return other instanceof NodeSet set && this.hash == set.hash && Arrays.equals(this.nodes, set.nodes);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
