package io.github.corsstarter.origin.automaton;

import java.util.List;

/**
 * The syntax tree of a regular expression over origins. Every node knows where it stands
 * in the text it was parsed from, from its first character up to the index after its
 * last.
 */
public sealed interface Expression {

	/**
	 * Return where this expression begins in its text.
	 * @return a 0-based index
	 */
	int start();

	/**
	 * Return where this expression ends in its text.
	 * @return the index after its last character
	 */
	int end();

	/**
	 * Return what is left without the parentheses around it.
	 * @return this expression, or the only part of it
	 */
	default Expression ungrouped() {
		return (this instanceof Sequence group && group.parts().size() == 1) ? group.parts().get(0).ungrouped() : this;
	}

	/**
	 * One character out of a set; an empty set accepts nothing.
	 *
	 * @param characters the set
	 * @param start where it begins
	 * @param end where it ends
	 */
	record Symbol(CharacterSet characters, int start, int end) implements Expression {

	}

	/**
	 * One expression after the other; an empty sequence accepts the empty text.
	 *
	 * @param parts the expressions in order
	 * @param start where it begins
	 * @param end where it ends
	 */
	record Sequence(List<Expression> parts, int start, int end) implements Expression {

		public Sequence {
			parts = List.copyOf(parts);
		}

	}

	/**
	 * One of several expressions.
	 *
	 * @param alternatives the expressions in the order they are written
	 * @param start where it begins
	 * @param end where it ends
	 */
	record Choice(List<Expression> alternatives, int start, int end) implements Expression {

		public Choice {
			alternatives = List.copyOf(alternatives);
		}

	}

	/**
	 * An expression several times.
	 *
	 * @param part the expression
	 * @param minimum how often at least
	 * @param maximum how often at most, or {@link #UNBOUNDED}
	 * @param start where it begins
	 * @param end where it ends
	 */
	record Repetition(Expression part, int minimum, int maximum, int start, int end) implements Expression {

		/** No limit. */
		public static final int UNBOUNDED = -1;

		public boolean isOptional() {
			return this.minimum == 0 && this.maximum == 1;
		}

		public boolean isOnce() {
			return this.minimum == 1 && this.maximum == 1;
		}

	}

}
