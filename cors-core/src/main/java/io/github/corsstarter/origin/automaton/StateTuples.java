package io.github.corsstarter.origin.automaton;

import java.util.Arrays;

/**
 * Numbers tuples of states in the order in which they turn up. A tuple takes little more
 * memory than its states.
 */
final class StateTuples {

	private static final int MULTIPLIER = 31;

	private static final int MIXER = 0x9E3779B9;

	private static final int FREE = -1;

	private final int width;

	private int[] states;

	private int size;

	private int[] table = new int[256];

	/**
	 * Create an empty set.
	 * @param width how many states each tuple has
	 */
	StateTuples(int width) {
		this.width = width;
		this.states = new int[64 * width];
		Arrays.fill(this.table, FREE);
	}

	/**
	 * Return the number of a tuple, which is a new one when it has not turned up before.
	 * @param tuple the tuple, which is copied
	 * @return its number, equal to the {@link #size()} before when it is new
	 */
	int number(int[] tuple) {
		int slot = slot(tuple, 0);
		if (this.table[slot] != FREE) {
			return this.table[slot];
		}
		if ((this.size + 1) * this.width > this.states.length) {
			this.states = Arrays.copyOf(this.states, this.states.length * 2);
		}
		System.arraycopy(tuple, 0, this.states, this.size * this.width, this.width);
		this.table[slot] = this.size++;
		if (this.size > this.table.length / 2) {
			grow();
		}
		return this.size - 1;
	}

	private int slot(int[] from, int offset) {
		int hash = 0;
		for (int i = 0; i < this.width; i++) {
			hash = MULTIPLIER * hash + from[offset + i];
		}
		hash *= MIXER;
		int mask = this.table.length - 1;
		int slot = (hash ^ hash >>> Short.SIZE) & mask;
		while (this.table[slot] != FREE && !is(this.table[slot], from, offset)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private boolean is(int number, int[] from, int offset) {
		int start = number * this.width;
		for (int i = 0; i < this.width; i++) {
			if (this.states[start + i] != from[offset + i]) {
				return false;
			}
		}
		return true;
	}

	private void grow() {
		this.table = new int[this.table.length * 2];
		Arrays.fill(this.table, FREE);
		for (int number = 0; number < this.size; number++) {
			this.table[slot(this.states, number * this.width)] = number;
		}
	}

	/**
	 * Return a state of a tuple.
	 * @param number the number of the tuple
	 * @param index which of its states
	 * @return the state
	 */
	int state(int number, int index) {
		return this.states[number * this.width + index];
	}

	int size() {
		return this.size;
	}

}
