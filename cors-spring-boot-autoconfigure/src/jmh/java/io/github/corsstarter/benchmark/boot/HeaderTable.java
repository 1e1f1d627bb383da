package io.github.corsstarter.benchmark.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Header lines, or other named values, in one array as servers keep them: nothing is
 * allocated to add, to find and to clear them.
 */
final class HeaderTable {

	private static final int CAPACITY = 32;

	private final String[] names = new String[CAPACITY];

	private final Object[] values = new Object[CAPACITY];

	private int size;

	void add(String name, Object value) {
		this.names[this.size] = name;
		this.values[this.size] = value;
		this.size++;
	}

	void set(String name, Object value) {
		int index = indexOf(name, 0);
		if (index < 0) {
			add(name, value);
		}
		else {
			this.values[index] = value;
		}
	}

	@Nullable Object get(String name) {
		int index = indexOf(name, 0);
		return (index >= 0) ? this.values[index] : null;
	}

	void remove(String name) {
		int index = indexOf(name, 0);
		if (index >= 0) {
			this.size--;
			this.names[index] = this.names[this.size];
			this.values[index] = this.values[this.size];
		}
	}

	void clear() {
		this.size = 0;
	}

	/**
	 * Return the names, which are supposed to differ.
	 * @return a view of the names
	 */
	Collection<String> names() {
		return Arrays.asList(this.names).subList(0, this.size);
	}

	Collection<String> lines(String name) {
		int first = indexOf(name, 0);
		if (first < 0) {
			return List.of();
		}
		int second = indexOf(name, first + 1);
		if (second < 0) {
			return Collections.singletonList((String) this.values[first]);
		}
		List<String> lines = new ArrayList<>();
		for (int i = first; i >= 0; i = indexOf(name, i + 1)) {
			lines.add((String) this.values[i]);
		}
		return lines;
	}

	private int indexOf(String name, int from) {
		for (int i = from; i < this.size; i++) {
			if (this.names[i].equalsIgnoreCase(name)) {
				return i;
			}
		}
		return -1;
	}

}
