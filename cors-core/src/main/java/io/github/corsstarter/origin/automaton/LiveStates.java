package io.github.corsstarter.origin.automaton;

import java.util.List;

/**
 * The states from which something is accepted. An automaton has no others.
 */
final class LiveStates {

	private LiveStates() {
	}

	/** Number the states without gaps; all others get {@link Automaton#DEAD}. */
	static int[] numbers(List<int[]> transitions, boolean[] accepting) {
		boolean[] live = of(transitions, accepting);
		int[] numbers = new int[live.length];
		int size = 0;
		for (int state = 0; state < live.length; state++) {
			numbers[state] = (live[state]) ? size++ : Automaton.DEAD;
		}
		return numbers;
	}

	/**
	 * States are numbered as they are reached, so that what the greater ones lead to is
	 * mostly known when the smaller ones are looked at.
	 */
	private static boolean[] of(List<int[]> transitions, boolean[] accepting) {
		boolean[] live = accepting.clone();
		boolean spreading = true;
		while (spreading) {
			spreading = false;
			for (int state = live.length - 1; state >= 0; state--) {
				if (!live[state] && leadsToOne(transitions.get(state), live)) {
					live[state] = true;
					spreading = true;
				}
			}
		}
		return live;
	}

	private static boolean leadsToOne(int[] successors, boolean[] live) {
		for (int next : successors) {
			if (next != Automaton.DEAD && live[next]) {
				return true;
			}
		}
		return false;
	}

}
