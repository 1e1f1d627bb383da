package io.github.corsstarter.actuate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lists of a description, of which only the first elements are shown, so that no
 * configuration makes it a megabyte. Whatever is left out is not described either.
 */
final class ShownLists {

	/** The most elements of a list that are shown. */
	static final int MOST = 1_000;

	private final SortedMap<String, Integer> truncated = new TreeMap<>();

	/**
	 * Show a list.
	 * @param name the name of the list in the description
	 * @param elements its elements
	 * @param description describes an element
	 * @param <E> the type of the elements
	 * @param <D> the type of their descriptions
	 * @return the descriptions of the first elements
	 */
	<E, D> List<D> show(String name, List<E> elements, Function<E, D> description) {
		if (elements.size() > MOST) {
			this.truncated.put(name, elements.size());
		}
		return elements.stream().limit(MOST).map(description).toList();
	}

	/**
	 * Show a list of what needs no description.
	 * @param name the name of the list in the description
	 * @param elements its elements
	 * @param <E> the type of the elements
	 * @return the first elements
	 */
	<E> List<E> show(String name, List<E> elements) {
		return show(name, elements, Function.identity());
	}

	/**
	 * Show a list that may be unset.
	 * @param name the name of the list in the description
	 * @param elements its elements, or {@code null}
	 * @param <E> the type of the elements
	 * @return the first elements, or {@code null}
	 */
	<E> @Nullable List<E> showIfSet(String name, @Nullable List<E> elements) {
		return (elements != null) ? show(name, elements) : null;
	}

	/**
	 * Return what was left out.
	 * @return the lengths of the lists that are not shown in full, by name, or
	 * {@code null} if there are none
	 */
	@Nullable SortedMap<String, Integer> truncated() {
		return this.truncated.isEmpty() ? null : this.truncated;
	}

}
