package io.github.corsstarter.origin.match;

import io.github.corsstarter.origin.automaton.HashTable;

/**
 * A set of strings, each of which is looked up without allocating. Not safe to be shared
 * between threads while strings are added.
 */
final class StringSet extends HashTable<String> {

	StringSet() {
	}

	StringSet(StringSet other) {
		super(other);
	}

	@Override
	protected int hash(String value) {
		return value.hashCode();
	}

	void add(String value) {
		if (!contains(value)) {
			insert(value);
		}
	}

	boolean contains(String value) {
		int hash = value.hashCode();
		int slot = first(hash);
		String candidate = get(slot);
		// A string remembers its hash, and differs in it from nearly all neighbours
		while (candidate != null && (candidate.hashCode() != hash || !candidate.equals(value))) {
			slot = next(slot);
			candidate = get(slot);
		}
		return candidate != null;
	}

}
