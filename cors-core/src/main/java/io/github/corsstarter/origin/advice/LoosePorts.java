package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.advice.RegexEdits.Edit;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Finds ports of which the colon may be missing while the digits stay.
 */
final class LoosePorts {

	private static final CharacterSet COLON = CharacterSet.of(':');

	private final String text;

	private LoosePorts(String text) {
		this.text = text;
	}

	/**
	 * Return what makes the ports in a sequence optional together with their colons.
	 * @param sequence part of an expression
	 * @param text the whole expression
	 * @return changes to be made together
	 */
	static List<Edit> in(Sequence sequence, String text) {
		LoosePorts ports = new LoosePorts(text);
		List<Edit> edits = new ArrayList<>();
		List<Expression> parts = sequence.parts();
		for (int i = 1; i < parts.size(); i++) {
			String digits = isLooseColon(parts.get(i - 1)) ? ports.digits(parts.get(i)) : null;
			if (digits != null) {
				edits.add(new Edit(parts.get(i - 1).start(), parts.get(i).end(), "(:" + digits + ")?"));
			}
		}
		return edits;
	}

	/**
	 * Return what does the same with a group that may be missing and is nothing but a
	 * port.
	 * @param group part of an expression
	 * @param text the whole expression
	 * @return one change or none
	 */
	static List<Edit> in(Repetition group, String text) {
		if (!group.isOptional() || !(group.part().ungrouped() instanceof Sequence sequence)
				|| sequence.parts().size() != 2) {
			return List.of();
		}
		return in(sequence, text).stream()
			.map((port) -> new Edit(group.start(), group.end(), port.replacement()))
			.toList();
	}

	private static boolean isLooseColon(Expression expression) {
		return expression.ungrouped() instanceof Repetition repetition && repetition.minimum() == 0
				&& repetition.part().ungrouped() instanceof Symbol symbol && symbol.characters().equals(COLON);
	}

	/** One or more of some digits, as text. */
	private @Nullable String digits(Expression expression) {
		if (!(expression.ungrouped() instanceof Repetition repetition) || !isDigits(repetition.part())) {
			return null;
		}
		String repeated = digits(repetition.part());
		return (repeated != null) ? repeated
				: this.text.substring(repetition.part().start(), repetition.part().end()) + times(repetition);
	}

	private static String times(Repetition repetition) {
		int minimum = Math.max(1, repetition.minimum());
		if (repetition.maximum() == Repetition.UNBOUNDED) {
			return (minimum == 1) ? "+" : "{" + minimum + ",}";
		}
		if (repetition.maximum() <= minimum) {
			return (minimum == 1) ? "" : "{" + minimum + "}";
		}
		return "{" + minimum + "," + repetition.maximum() + "}";
	}

	private static boolean isDigits(Expression expression) {
		if (expression instanceof Symbol symbol) {
			return symbol.characters().intersection(CharacterSet.DIGITS).equals(symbol.characters());
		}
		if (expression instanceof Sequence sequence) {
			return sequence.parts().stream().allMatch(LoosePorts::isDigits);
		}
		if (expression instanceof Choice choice) {
			return choice.alternatives().stream().allMatch(LoosePorts::isDigits);
		}
		return isDigits(((Repetition) expression).part());
	}

}
