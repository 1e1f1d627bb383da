package io.github.corsstarter.comparison;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two snapshots.
 *
 * @param kind what changed
 * @param direction whether that allows more or less
 * @param policy the policy it is about: the one in force now where there is one;
 * {@code null} where it is about none
 * @param request a request that one side allows and the other does not; {@code null}
 * where the change is not one of access
 * @param detail the element that makes the difference, such as an entry, a method or a
 * waiver, in words
 */
public record Change(Kind kind, Direction direction, @Nullable String policy, @Nullable PageRequest request,
		String detail) {

	/** The detail of a path that a policy governed before. */
	static final String NO_LONGER_GOVERNED = "no longer governed";

	/**
	 * What changed.
	 */
	public enum Kind {

		/** A path is governed now, or no longer. */
		PATH,

		/** An origin. */
		ORIGIN,

		/** A method. */
		METHOD,

		/** A request header. */
		HEADER,

		/** Credentials. */
		CREDENTIALS,

		/** A response header that pages may read. */
		EXPOSED_HEADER,

		/** Forms of other sites. */
		FORM,

		/** The timing of responses. */
		TIMING,

		/** A waiver of a rule. */
		WAIVER,

		/** The severity of a rule. */
		SEVERITY,

		/** Whether the profiles make a production start. */
		PRODUCTION,

		/** The bean that has further origins. */
		ORIGIN_SOURCE,

		/** How long a preflight may be cached. */
		MAX_AGE;

		/**
		 * Return the word for it, in lower case with dashes.
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * Whether a change allows more or less.
	 */
	public enum Direction {

		/** It allows more. */
		WIDER,

		/** It allows less. */
		NARROWER,

		/** It is only noted. */
		NONE;

		/**
		 * Return the word for it, in lower case.
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
