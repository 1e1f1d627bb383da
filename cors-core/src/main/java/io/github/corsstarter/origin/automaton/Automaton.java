package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A deterministic finite automaton over the characters of an origin: a table that is read
 * once for each character, so that matching is linear in the length of the origin,
 * whatever the expression was, and allocates nothing. Immutable.
 * <p>
 * Every state leads to acceptance somehow; what does not is {@link #DEAD}.
 */
public final class Automaton {

	/** The most states an automaton may have. */
	static final int MAX_STATES = 20_000;

	private static final int MAX_UNION_WORK = 4_000_000;

	/** The state that no text leads out of and that accepts nothing. */
	public static final int DEAD = -1;

	/**
	 * The column of the characters that no origin has and that lead to {@link #DEAD} from
	 * everywhere.
	 */
	static final int INVALID = 0;

	private static final char DEAD_CELL = (char) DEAD;

	private final byte[] columns;

	private final int width;

	private final char[] table;

	private final boolean[] accepting;

	private final int start;

	/**
	 * Create an automaton of the states from which something is accepted.
	 * @param columns the column of each ASCII character
	 * @param transitions for each state its successor for each column, or {@link #DEAD}
	 * @param accepting which states accept
	 * @param start the first state, or {@link #DEAD} when nothing is accepted
	 */
	Automaton(byte[] columns, List<int[]> transitions, boolean[] accepting, int start) {
		int[] numbers = LiveStates.numbers(transitions, accepting);
		int size = Arrays.stream(numbers).max().orElse(DEAD) + 1;
		this.columns = columns;
		this.width = transitions.isEmpty() ? 1 : transitions.get(0).length;
		this.table = new char[size * this.width];
		this.accepting = new boolean[size];
		for (int state = 0; state < numbers.length; state++) {
			if (numbers[state] != DEAD) {
				fill(numbers[state], transitions.get(state), numbers);
				this.accepting[numbers[state]] = accepting[state];
			}
		}
		this.start = (start != DEAD) ? numbers[start] : DEAD;
	}

	private void fill(int row, int[] successors, int[] numbers) {
		for (int column = 0; column < this.width; column++) {
			int next = successors[column];
			this.table[row * this.width + column] = (char) ((next != DEAD) ? numbers[next] : DEAD);
		}
	}

	/**
	 * Compile an expression.
	 * @param expression the expression
	 * @return its automaton
	 * @throws TooMuchWorkException when it would have more than {@link #MAX_STATES}
	 * states
	 */
	public static Automaton of(Expression expression) {
		return of(expression, WorkLimit.of(Integer.MAX_VALUE));
	}

	/**
	 * Compile an expression as a part of a proof.
	 * @param expression the expression
	 * @param limit the work that may go into it
	 * @return its automaton
	 * @throws TooMuchWorkException when it would have more than {@link #MAX_STATES}
	 * states, or when the limit does not suffice
	 */
	public static Automaton of(Expression expression, WorkLimit limit) {
		return new Determinizer(expression, limit).build();
	}

	/**
	 * Compile expressions into few automata, one in all but odd cases. What does not fit
	 * into one is halved, and so is the work that may go into each half.
	 * @param expressions expressions that each have an automaton of their own
	 * @return automata that accept together what the expressions accept; empty when there
	 * are none
	 */
	public static List<Automaton> union(List<Expression> expressions) {
		List<Automaton> automata = new ArrayList<>();
		if (!expressions.isEmpty()) {
			collect(expressions, MAX_UNION_WORK, automata);
		}
		return List.copyOf(automata);
	}

	private static void collect(List<Expression> expressions, int work, List<Automaton> automata) {
		if (expressions.size() == 1) {
			automata.add(of(expressions.get(0)));
			return;
		}
		try {
			automata.add(of(CommonPrefixes.join(expressions), WorkLimit.of(work)));
		}
		catch (TooMuchWorkException ex) {
			int half = expressions.size() / 2;
			collect(expressions.subList(0, half), work / 2, automata);
			collect(expressions.subList(half, expressions.size()), work / 2, automata);
		}
	}

	/**
	 * Return the automaton of what this one accepts and another does not.
	 * @param other what is left out
	 * @return an automaton that accepts the difference
	 * @throws TooMuchWorkException when it would have more than {@link #MAX_STATES}
	 * states
	 */
	public Automaton minus(Automaton other) {
		return new Difference(this, other).build();
	}

	/**
	 * Return whether a whole text is accepted.
	 * @param text any text
	 * @return whether it is accepted
	 */
	public boolean accepts(String text) {
		int state = this.start;
		for (int i = 0; i < text.length() && state != DEAD; i++) {
			state = next(state, text.charAt(i));
		}
		return isAccepting(state);
	}

	/**
	 * Return the state in which a text begins.
	 * @return a state, {@link #DEAD} when nothing is accepted
	 */
	public int start() {
		return this.start;
	}

	/**
	 * Return the state after a character.
	 * @param state the state before it, or {@link #DEAD}
	 * @param c any character
	 * @return the next state, or {@link #DEAD}
	 */
	public int next(int state, char c) {
		if (state == DEAD || c >= CharacterSet.LIMIT) {
			return DEAD;
		}
		char cell = this.table[state * this.width + this.columns[c]];
		return (cell != DEAD_CELL) ? cell : DEAD;
	}

	/**
	 * Return whether a text that ends in a state is accepted.
	 * @param state a state, or {@link #DEAD}
	 * @return whether the state accepts
	 */
	public boolean isAccepting(int state) {
		return state != DEAD && this.accepting[state];
	}

	/**
	 * Return which characters the automaton tells apart.
	 * @param c an ASCII character
	 * @return a number that is the same for characters that lead to the same states from
	 * everywhere
	 */
	int column(char c) {
		return this.columns[c];
	}

	/**
	 * Return how many states there are.
	 * @return the number of states, {@link #DEAD} not counted
	 */
	public int size() {
		return this.accepting.length;
	}

}
