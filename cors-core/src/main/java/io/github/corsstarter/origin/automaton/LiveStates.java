package io.github.corsstarter.origin.automaton;

import java.util.Arrays;
import java.util.List;

/**
 * The states from which something is accepted. An automaton has no others.
 */
final class LiveStates {

	private static final int NONE = -1;

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
	 * Takes time linear in the transitions, since nobody counts it as work: the
	 * transitions to each state are a list, from the last one to the one before.
	 */
	private static boolean[] of(List<int[]> transitions, boolean[] accepting) {
		int width = transitions.isEmpty() ? 0 : transitions.get(0).length;
		int[] last = new int[accepting.length];
		int[] before = new int[accepting.length * width];
		Arrays.fill(last, NONE);
		int transition = 0;
		for (int[] successors : transitions) {
			for (int next : successors) {
				if (next != Automaton.DEAD) {
					before[transition] = last[next];
					last[next] = transition;
				}
				transition++;
			}
		}
		boolean[] live = new boolean[accepting.length];
		int[] found = new int[accepting.length];
		int size = 0;
		for (int state = 0; state < accepting.length; state++) {
			if (accepting[state]) {
				live[state] = true;
				found[size++] = state;
			}
		}
		while (size > 0) {
			for (int to = last[found[--size]]; to != NONE; to = before[to]) {
				int state = to / width;
				if (!live[state]) {
					live[state] = true;
					found[size++] = state;
				}
			}
		}
		return live;
	}

}
