package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

/**
 * The nondeterministic automaton of an expression (Thompson's construction): every node
 * either reads a character and goes on, or splits, or is the end. Repetitions are written
 * out, up to a limit. What goes on alike is one node, so that entries that end alike
 * share their end.
 */
final class Nfa {

	static final int END = 0;

	private static final int SPLIT = -1;

	private static final int MAX_NODES = 60_000;

	private static final int MAX_STEPS = 500_000;

	private final Map<CharacterSet, Integer> sets = new LinkedHashMap<>();

	private final Map<Node, Integer> nodes = new HashMap<>();

	private final Map<Loop, Integer> loops = new HashMap<>();

	private int[] symbols = new int[64];

	private int[] first = new int[64];

	private int[] second = new int[64];

	private int size = 1;

	private final WorkLimit limit;

	private int steps;

	private final int start;

	Nfa(Expression expression, WorkLimit limit) {
		this.limit = limit;
		this.start = connect(expression, END);
	}

	int start() {
		return this.start;
	}

	int size() {
		return this.size;
	}

	/** Return the sets of characters that nodes read, in the order of their numbers. */
	List<CharacterSet> sets() {
		return new ArrayList<>(this.sets.keySet());
	}

	boolean isSplit(int node) {
		return node != END && this.symbols[node] == SPLIT;
	}

	/** Return the number of the set that a node reads. */
	int set(int node) {
		return this.symbols[node];
	}

	int first(int node) {
		return this.first[node];
	}

	int second(int node) {
		return this.second[node];
	}

	private int connect(Expression expression, int next) {
		if (++this.steps > MAX_STEPS) {
			throw tooLarge();
		}
		this.limit.spend(1);
		if (expression instanceof Symbol symbol) {
			return node(this.sets.computeIfAbsent(symbol.characters(), (set) -> this.sets.size()), next, next);
		}
		if (expression instanceof Sequence sequence) {
			return connectAll(sequence.parts(), next);
		}
		if (expression instanceof Choice choice) {
			return connectAny(choice.alternatives(), next);
		}
		return connectRepeated((Repetition) expression, next);
	}

	private int connectAll(List<Expression> parts, int next) {
		int entry = next;
		for (int i = parts.size() - 1; i >= 0; i--) {
			entry = connect(parts.get(i), entry);
		}
		return entry;
	}

	private int connectAny(List<Expression> alternatives, int next) {
		int entry = connect(alternatives.get(alternatives.size() - 1), next);
		for (int i = alternatives.size() - 2; i >= 0; i--) {
			entry = node(SPLIT, connect(alternatives.get(i), next), entry);
		}
		return entry;
	}

	private int connectRepeated(Repetition repetition, int next) {
		Expression part = repetition.part();
		int entry = next;
		int required = repetition.minimum();
		if (repetition.maximum() == Repetition.UNBOUNDED) {
			int loop = loop(part, next);
			entry = (required == 0) ? loop : this.first[loop];
			required = Math.max(0, required - 1);
		}
		for (int i = repetition.minimum(); i < repetition.maximum(); i++) {
			entry = node(SPLIT, connect(part, entry), next);
		}
		for (int i = 0; i < required; i++) {
			entry = connect(part, entry);
		}
		return entry;
	}

	private int loop(Expression part, int next) {
		Loop key = new Loop(part, next);
		Integer known = this.loops.get(key);
		if (known != null) {
			return known;
		}
		int loop = add(SPLIT, next, next);
		this.loops.put(key, loop);
		int body = connect(part, loop);
		this.first[loop] = body;
		return loop;
	}

	private int node(int symbol, int firstNext, int secondNext) {
		return this.nodes.computeIfAbsent(new Node(symbol, firstNext, secondNext),
				(node) -> add(symbol, firstNext, secondNext));
	}

	private int add(int symbol, int firstNext, int secondNext) {
		if (this.size > MAX_NODES) {
			throw tooLarge();
		}
		if (this.size == this.symbols.length) {
			this.symbols = Arrays.copyOf(this.symbols, this.size * 2);
			this.first = Arrays.copyOf(this.first, this.size * 2);
			this.second = Arrays.copyOf(this.second, this.size * 2);
		}
		this.symbols[this.size] = symbol;
		this.first[this.size] = firstNext;
		this.second[this.size] = secondNext;
		return this.size++;
	}

	private static TooMuchWorkException tooLarge() {
		return new TooMuchWorkException(
				"Written out, the entry has more than " + MAX_NODES + " parts; write fewer or smaller repetitions.");
	}

	/**
	 * What a node does, as a key.
	 */
	private record Node(int symbol, int first, int second) {

	}

	/**
	 * What a loop repeats before it goes on, as a key.
	 */
	private record Loop(Expression part, int next) {

	}

}
