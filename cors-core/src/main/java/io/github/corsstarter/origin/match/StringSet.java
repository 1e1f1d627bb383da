package io.github.corsstarter.origin.match;

import org.jspecify.annotations.Nullable;

/**
 * A set of strings with open addressing: next to the strings themselves it takes two to
 * four references for each, and a lookup allocates nothing. Not safe to be shared between
 * threads while strings are added.
 */
final class StringSet {

	private static final int MIXER = 0x9E3779B9;

	private @Nullable String[] table;

	private int shift;

	private int size;

	StringSet() {
		this.table = new @Nullable String[2];
		this.shift = Integer.SIZE - 1;
	}

	StringSet(StringSet other) {
		this.table = other.table.clone();
		this.shift = other.shift;
		this.size = other.size;
	}

	/**
	 * Add a string.
	 * @param value the string
	 * @return whether it is new
	 */
	boolean add(String value) {
		int slot = slot(value);
		if (this.table[slot] != null) {
			return false;
		}
		this.table[slot] = value;
		if (++this.size > this.table.length / 2) {
			grow();
		}
		return true;
	}

	boolean contains(String value) {
		return this.table[slot(value)] != null;
	}

	int size() {
		return this.size;
	}

	/**
	 * Find the slot of a value. The table is never full, so that the search ends.
	 * @param value any string
	 * @return the slot that has it, or else the free slot where it belongs
	 */
	private int slot(String value) {
		int hash = value.hashCode();
		int slot = hash * MIXER >>> this.shift;
		String candidate = this.table[slot];
		// A string remembers its hash, and differs in it from nearly all neighbours
		while (candidate != null && (candidate.hashCode() != hash || !candidate.equals(value))) {
			slot = (slot + 1) & (this.table.length - 1);
			candidate = this.table[slot];
		}
		return slot;
	}

	private void grow() {
		@Nullable String[] old = this.table;
		this.table = new @Nullable String[old.length * 2];
		this.shift--;
		for (String value : old) {
			if (value != null) {
				this.table[slot(value)] = value;
			}
		}
	}

}
