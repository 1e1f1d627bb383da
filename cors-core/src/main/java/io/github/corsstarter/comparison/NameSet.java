package io.github.corsstarter.comparison;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of methods or of header names.
 *
 * @param all whether it has every name
 * @param names the names that it has; of no meaning when it has every name
 */
record NameSet(boolean all, Set<String> names) {

	static final NameSet ALL = new NameSet(true, Set.of());

	/**
	 * Create a set.
	 * @param names some names
	 * @return a set of these
	 */
	static NameSet of(Set<String> names) {
		return new NameSet(false, new TreeSet<>(names));
	}

	boolean isEmpty() {
		return !this.all && this.names.isEmpty();
	}

	boolean contains(String name) {
		return this.all || this.names.contains(name);
	}

	/**
	 * Return what this set has and another has not.
	 * @param other the other set
	 * @param examples names to choose from when this set has every name
	 * @return the names; a single one when this set has every name
	 */
	List<String> beyond(NameSet other, List<String> examples) {
		if (other.all) {
			return List.of();
		}
		if (!this.all) {
			return this.names.stream().filter((name) -> !other.contains(name)).toList();
		}
		String last = examples.get(examples.size() - 1);
		for (String example : examples) {
			if (!other.contains(example)) {
				return List.of(example);
			}
		}
		StringBuilder unknown = new StringBuilder(last);
		while (other.contains(unknown.toString())) {
			unknown.append('1');
		}
		return List.of(unknown.toString());
	}

	/**
	 * Return a name of this set, one of another set where possible.
	 * @param preferred the other set
	 * @param examples names to choose from first
	 * @return a name of this set, which is not empty
	 */
	String example(NameSet preferred, List<String> examples) {
		for (String example : examples) {
			if (contains(example) && preferred.contains(example)) {
				return example;
			}
		}
		for (String name : this.names) {
			if (preferred.contains(name)) {
				return name;
			}
		}
		return this.all ? examples.get(0)
				: examples.stream().filter(this::contains).findFirst().orElseGet(() -> this.names.iterator().next());
	}

}
