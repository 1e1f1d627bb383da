package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

/**
 * Splits an expression at its alternatives and optional parts.
 */
final class Branches {

	private Branches() {
	}

	/**
	 * Split an expression at one of its choices: at the last one, because the end of a
	 * host decides whose it is. Choices between schemes or ports decide nothing and are
	 * left alone.
	 * @param expression an expression
	 * @param most how many branches to make at most; the last one stands for the rest
	 * @return two or more expressions that accept together what the expression accepts,
	 * or an empty list when there is nothing to split
	 */
	static List<Expression> split(Expression expression, int most) {
		if (expression instanceof Symbol || isPort(expression)) {
			return List.of();
		}
		if (expression instanceof Choice choice) {
			return alternatives(choice, most);
		}
		if (expression instanceof Repetition repetition) {
			if (repetition.isOptional()) {
				return List.of(repetition.part(), new Sequence(List.of(), repetition.start(), repetition.end()));
			}
			return repetition.isOnce() ? split(repetition.part(), most) : List.of();
		}
		return splitSequence((Sequence) expression, most);
	}

	private static List<Expression> alternatives(Choice choice, int most) {
		List<Expression> alternatives = choice.alternatives();
		if (alternatives.size() <= most) {
			return alternatives;
		}
		List<Expression> branches = new ArrayList<>(alternatives.subList(0, most - 1));
		branches.add(Expression.any(alternatives.subList(most - 1, alternatives.size())));
		return branches;
	}

	private static List<Expression> splitSequence(Sequence sequence, int most) {
		List<Expression> parts = sequence.parts();
		for (int i = parts.size() - 1; i >= hostStart(parts); i--) {
			List<Expression> split = split(parts.get(i), most);
			if (!split.isEmpty()) {
				List<Expression> branches = new ArrayList<>(split.size());
				for (Expression replacement : split) {
					List<Expression> replaced = new ArrayList<>(parts);
					replaced.set(i, replacement);
					branches.add(new Sequence(replaced, sequence.start(), sequence.end()));
				}
				return branches;
			}
		}
		return List.of();
	}

	private static int hostStart(List<Expression> parts) {
		for (int i = 0; i + 2 < parts.size(); i++) {
			if (isCharacter(parts.get(i), ':') && isCharacter(parts.get(i + 1), '/')
					&& isCharacter(parts.get(i + 2), '/')) {
				return i + 3;
			}
		}
		return 0;
	}

	private static boolean isCharacter(Expression expression, char c) {
		return expression instanceof Symbol symbol && symbol.characters().equals(CharacterSet.of(c));
	}

	/** Whether every text that is accepted is empty or begins with a colon. */
	private static boolean isPort(Expression expression) {
		if (expression instanceof Symbol) {
			return isCharacter(expression, ':');
		}
		if (expression instanceof Sequence sequence) {
			return sequence.parts().isEmpty() || isPort(sequence.parts().get(0));
		}
		return expression.parts().stream().allMatch(Branches::isPort);
	}

}
