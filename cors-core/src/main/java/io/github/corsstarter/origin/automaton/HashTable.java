package io.github.corsstarter.origin.automaton;

import org.jspecify.annotations.Nullable;

/**
 * A hash table with open addressing (linear probing), at most half full: next to its
 * elements it takes two to four references for each, and a lookup allocates nothing.
 * Looking up is left to subclasses, which know what they compare an element with: it
 * begins in the {@linkplain #first first} slot of a hash and goes on to the
 * {@linkplain #next next} one until a slot is empty. Not safe to be shared between
 * threads while elements are added.
 *
 * @param <E> the type of the elements
 */
public abstract class HashTable<E> {

	/** Spreads hashes that differ in a few bits only (Fibonacci hashing). */
	private static final int MIXER = 0x9E3779B9;

	private @Nullable Object[] slots;

	private int shift;

	private int size;

	/**
	 * Create an empty table.
	 */
	protected HashTable() {
		this.slots = new @Nullable Object[2];
		this.shift = Integer.SIZE - 1;
	}

	/**
	 * Create a copy of a table.
	 * @param other the table to copy
	 */
	protected HashTable(HashTable<E> other) {
		this.slots = other.slots.clone();
		this.shift = other.shift;
		this.size = other.size;
	}

	/**
	 * Return the hash of an element.
	 * @param element an element
	 * @return the hash by which it is looked up
	 */
	protected abstract int hash(E element);

	/**
	 * Return the slot in which to begin looking for an element.
	 * @param hash the hash of the element
	 * @return the index of a slot
	 */
	protected final int first(int hash) {
		return hash * MIXER >>> this.shift;
	}

	/**
	 * Return the slot in which to go on.
	 * @param slot the index of a slot
	 * @return the index of the slot after it
	 */
	protected final int next(int slot) {
		return (slot + 1) & (this.slots.length - 1);
	}

	/**
	 * Return the element in a slot.
	 * @param slot the index of a slot
	 * @return the element, or {@code null} when the slot is empty
	 */
	@SuppressWarnings("unchecked")
	protected final @Nullable E get(int slot) {
		return (E) this.slots[slot];
	}

	/**
	 * Add an element.
	 * @param element an element that is not in the table yet
	 */
	protected final void insert(E element) {
		put(element);
		if (++this.size > this.slots.length / 2) {
			grow();
		}
	}

	private void put(E element) {
		int slot = first(hash(element));
		while (this.slots[slot] != null) {
			slot = next(slot);
		}
		this.slots[slot] = element;
	}

	@SuppressWarnings("unchecked")
	private void grow() {
		@Nullable Object[] old = this.slots;
		this.slots = new @Nullable Object[old.length * 2];
		this.shift--;
		for (Object element : old) {
			if (element != null) {
				put((E) element);
			}
		}
	}

	/**
	 * Return how many elements there are.
	 * @return the number of elements
	 */
	protected final int size() {
		return this.size;
	}

}
