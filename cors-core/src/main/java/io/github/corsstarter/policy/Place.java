package io.github.corsstarter.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a value is set by: a property key, or a setting in code. The text names it.
 */
public sealed interface Place {

	/**
	 * Return the place of a property.
	 * @param key a key without an index, such as {@code cors.allowed-origins}
	 * @return the place
	 */
	static Key ofKey(String key) {
		int end = key.lastIndexOf('.') + 1;
		return new Key(key.substring(0, end), key.substring(end), Key.NO_INDEX);
	}

	/**
	 * Return what to set.
	 * @return the key without the index of a list element, or the setting
	 */
	String target();

	/**
	 * Return what to set, and the bean to look for it in if that is no property.
	 * @param location where the value was read from, or {@code null}
	 * @return the key, the key and a bean, or the setting
	 */
	default String targetAt(@Nullable Location location) {
		return target();
	}

	/**
	 * Return the place of one element of a list.
	 * @param index the index of the element
	 * @return the place, the same in code, where elements have no number
	 */
	Place element(int index);

	/**
	 * A property key.
	 *
	 * @param parent what precedes the last segment, with the dot between them
	 * @param name the last segment
	 * @param index the index of a list element, or {@link #NO_INDEX}
	 */
	record Key(String parent, String name, int index) implements Place {

		/** The index of what is no element of a list. */
		static final int NO_INDEX = -1;

		/**
		 * Return another key of the same parent.
		 * @param name the last segment of the other key
		 * @return the key
		 */
		public Key sibling(String name) {
			return new Key(this.parent, name, NO_INDEX);
		}

		@Override
		public String target() {
			return this.parent + this.name;
		}

		@Override
		public String targetAt(@Nullable Location location) {
			return (location instanceof Location.Bean) ? target() + " in " + location : target();
		}

		@Override
		public Key element(int index) {
			return new Key(this.parent, this.name, index);
		}

		@Override
		public String toString() {
			return (this.index != NO_INDEX) ? target() + "[" + this.index + "]" : target();
		}

	}

	/**
	 * A setting in code.
	 *
	 * @param target what to change, and in which bean, class or method
	 */
	record Setting(String target) implements Place {

		@Override
		public Setting element(int index) {
			return this;
		}

		@Override
		public String toString() {
			return this.target;
		}

	}

}
