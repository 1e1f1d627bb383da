package io.github.corsstarter.origin.automaton;

import java.util.List;

/**
 * The states from which something is accepted. An automaton is made of no others.
 */
final class LiveStates {

	private final List<int[]> transitions;

	private final boolean[] live;

	private LiveStates(List<int[]> transitions, boolean[] accepting) {
		this.transitions = transitions;
		this.live = accepting.clone();
		spread(predecessors());
	}

	/**
	 * Create an automaton without the states from which nothing is accepted.
	 * @param columns the column of each ASCII character
	 * @param transitions for each state its successor for each column, or
	 * {@link Automaton#DEAD}
	 * @param accepting which states accept
	 * @param start the first state, or {@link Automaton#DEAD}
	 * @return the automaton
	 */
	static Automaton automaton(byte[] columns, List<int[]> transitions, boolean[] accepting, int start) {
		boolean[] live = new LiveStates(transitions, accepting).live;
		int[] renumbered = new int[live.length];
		int size = 0;
		for (int state = 0; state < live.length; state++) {
			renumbered[state] = (live[state]) ? size++ : Automaton.DEAD;
		}
		int[][] rows = new int[size][];
		boolean[] accepts = new boolean[size];
		for (int state = 0; state < live.length; state++) {
			if (live[state]) {
				int[] row = transitions.get(state);
				for (int column = 0; column < row.length; column++) {
					row[column] = (row[column] != Automaton.DEAD) ? renumbered[row[column]] : Automaton.DEAD;
				}
				rows[renumbered[state]] = row;
				accepts[renumbered[state]] = accepting[state];
			}
		}
		return new Automaton(columns, rows, accepts, (start != Automaton.DEAD) ? renumbered[start] : start);
	}

	private void spread(int[][] predecessors) {
		int[] queue = new int[this.live.length];
		int tail = 0;
		for (int state = 0; state < this.live.length; state++) {
			if (this.live[state]) {
				queue[tail++] = state;
			}
		}
		for (int head = 0; head < tail; head++) {
			for (int predecessor : predecessors[queue[head]]) {
				if (!this.live[predecessor]) {
					this.live[predecessor] = true;
					queue[tail++] = predecessor;
				}
			}
		}
	}

	private int[][] predecessors() {
		int[][] predecessors = new int[this.live.length][];
		int[] counts = new int[predecessors.length];
		this.transitions.forEach((row) -> {
			for (int next : row) {
				if (next != Automaton.DEAD) {
					counts[next]++;
				}
			}
		});
		for (int state = 0; state < predecessors.length; state++) {
			predecessors[state] = new int[counts[state]];
		}
		for (int state = 0; state < predecessors.length; state++) {
			for (int next : this.transitions.get(state)) {
				if (next != Automaton.DEAD) {
					predecessors[next][--counts[next]] = state;
				}
			}
		}
		return predecessors;
	}

}
