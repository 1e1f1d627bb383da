package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.List;

/**
 * The syntax tree of a regular expression over origins. Every node knows where it stands
 * in the text it was parsed from, from its first character up to the index after its
 * last. What is composed here was not parsed, and stands nowhere: its positions mean
 * nothing.
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
	 * Return what this expression is made of.
	 * @return expressions in the order they are written, none for a character
	 */
	List<Expression> parts();

	/**
	 * Return what is left without the parentheses around it.
	 * @return this expression, or the only part of it
	 */
	default Expression ungrouped() {
		return (this instanceof Sequence group && group.parts().size() == 1) ? group.parts().get(0).ungrouped() : this;
	}

	/**
	 * Return what there is to choose from.
	 * @param expression an expression
	 * @return its alternatives, or nothing but itself
	 */
	static List<Expression> alternatives(Expression expression) {
		return (expression instanceof Choice choice) ? choice.alternatives() : List.of(expression);
	}

	/**
	 * Return the expression of a text.
	 * @param text a text, perhaps empty
	 * @return an expression that accepts nothing else
	 */
	static Expression text(String text) {
		return seq(text.chars().mapToObj((c) -> one(CharacterSet.of((char) c))).toArray(Expression[]::new));
	}

	/**
	 * Return the expression of one character.
	 * @param characters which characters it may be
	 * @return an expression that accepts each of them
	 */
	static Expression one(CharacterSet characters) {
		return new Symbol(characters, 0, 0);
	}

	/**
	 * Return the expression of one or more characters.
	 * @param characters which characters these may be
	 * @return an expression that accepts texts of them
	 */
	static Expression some(CharacterSet characters) {
		return new Repetition(one(characters), 1, Repetition.UNBOUNDED, 0, 0);
	}

	/**
	 * Return the expression of any number of characters.
	 * @param characters which characters these may be
	 * @return an expression that accepts texts of them, the empty one included
	 */
	static Expression many(CharacterSet characters) {
		return new Repetition(one(characters), 0, Repetition.UNBOUNDED, 0, 0);
	}

	/**
	 * Return one expression after the other.
	 * @param parts the expressions in order
	 * @return an expression in which no sequence stands directly in another
	 */
	static Expression seq(Expression... parts) {
		List<Expression> flat = new ArrayList<>();
		for (Expression part : parts) {
			if (part instanceof Sequence sequence) {
				flat.addAll(sequence.parts());
			}
			else {
				flat.add(part);
			}
		}
		return (flat.size() == 1) ? flat.get(0) : new Sequence(flat, 0, 0);
	}

	/**
	 * Return any one of some expressions.
	 * @param alternatives one or more expressions
	 * @return an expression that accepts what one of them does
	 */
	static Expression any(List<Expression> alternatives) {
		return (alternatives.size() == 1) ? alternatives.get(0) : new Choice(alternatives, 0, 0);
	}

	/**
	 * Return any one of some expressions.
	 * @param alternatives one or more expressions
	 * @return an expression that accepts what one of them does
	 */
	static Expression any(Expression... alternatives) {
		return any(List.of(alternatives));
	}

	/**
	 * Return an expression that may be left out.
	 * @param part the expression
	 * @return an expression that accepts the empty text as well
	 */
	static Expression optional(Expression part) {
		return new Repetition(part, 0, 1, 0, 0);
	}

	/**
	 * One character out of a set; an empty set accepts nothing.
	 *
	 * @param characters the set
	 * @param start where it begins
	 * @param end where it ends
	 */
	record Symbol(CharacterSet characters, int start, int end) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

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

		@Override
		public List<Expression> parts() {
			return this.alternatives;
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

		@Override
		public List<Expression> parts() {
			return List.of(this.part);
		}

		/**
		 * Return whether the expression may be left out, and not be repeated.
		 * @return whether this is written with a question mark
		 */
		public boolean isOptional() {
			return this.minimum == 0 && this.maximum == 1;
		}

		/**
		 * Return whether nothing is repeated.
		 * @return whether the expression stands exactly once
		 */
		public boolean isOnce() {
			return this.minimum == 1 && this.maximum == 1;
		}

	}

}
