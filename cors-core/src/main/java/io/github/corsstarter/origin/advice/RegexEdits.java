package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a regular expression, each of which fixes one of the usual mistakes if it is
 * one.
 *
 * @param text the expression
 * @param dots what escapes the dots that stand alone, in the order of the text
 * @param boundaries what puts a dot between a wildcard and the name after it
 * @param classes what writes small classes as alternatives
 * @param ports what makes ports optional together with their colons
 * @param endings what drops the wildcard at the very end
 */
record RegexEdits(String text, List<Edit> dots, List<Edit> boundaries, List<Edit> classes, List<Edit> ports,
		List<Edit> endings) {

	private static final int MOST_BOUNDARIES = 64;

	/** A class of a few characters, each of which is written out. */
	private static final Pattern SMALL_CLASS = Pattern.compile("\\[[a-z0-9]{2,4}]");

	private static final CharacterSet COLON = CharacterSet.of(':');

	private static final CharacterSet LETTERS = CharacterSet.range('a', 'z');

	private static final CharacterSet LETTERS_AND_DIGITS = LETTERS.union(CharacterSet.DIGITS);

	RegexEdits(String text) {
		this(text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		Expression expression = RegexParser.parse(text);
		collect(expression);
		collectEnding(expression);
	}

	/** Make changes to different parts of the text. */
	String apply(List<Edit> edits) {
		return Edit.apply(edits, this.text);
	}

	private void collect(Expression expression) {
		if (expression instanceof Symbol symbol) {
			collectSymbol(symbol);
		}
		else if (expression instanceof Repetition repetition) {
			collectRepeated(repetition);
		}
		else {
			expression.parts().forEach(this::collect);
		}
		if (expression instanceof Sequence sequence) {
			collectBoundaries(sequence.parts());
			this.ports.addAll(loosePorts(sequence));
		}
	}

	private void collectEnding(Expression expression) {
		if (expression instanceof Sequence sequence && sequence.parts().size() > 1) {
			collectEnding(sequence.parts().get(sequence.parts().size() - 1));
		}
		else if (isOpen(expression)) {
			this.endings.add(new Edit(expression.start(), expression.end(), ""));
		}
	}

	private void collectSymbol(Symbol symbol) {
		String written = this.text.substring(symbol.start(), symbol.end());
		if (written.equals(".")) {
			this.dots.add(new Edit(symbol.start(), symbol.start(), "\\"));
		}
		else if (SMALL_CLASS.matcher(written).matches()) {
			this.classes.add(new Edit(symbol.start(), symbol.end(),
					"(" + String.join("|", written.substring(1, written.length() - 1).split("")) + ")"));
		}
	}

	private void collectRepeated(Repetition repetition) {
		if (!(repetition.part().ungrouped() instanceof Symbol symbol)) {
			List<Edit> port = loosePort(repetition);
			if (port.isEmpty()) {
				collect(repetition.part());
			}
			this.ports.addAll(port);
		}
		else if (repetition.isOptional() && symbol.characters().equals(CharacterSet.of('.'))
				&& this.boundaries.size() < MOST_BOUNDARIES) {
			this.boundaries.add(new Edit(repetition.start(), repetition.end(), "\\."));
		}
	}

	private void collectBoundaries(List<Expression> parts) {
		for (int i = 1; i < parts.size() && this.boundaries.size() < MOST_BOUNDARIES; i++) {
			if (isRepeated(parts.get(i - 1)) && isName(parts.get(i), LETTERS_AND_DIGITS)) {
				int position = parts.get(i).start();
				this.boundaries.add(new Edit(position, position, "\\."));
			}
		}
	}

	/** Ports of which the colon may be missing while the digits stay. */
	private List<Edit> loosePorts(Sequence sequence) {
		List<Edit> edits = new ArrayList<>();
		List<Expression> parts = sequence.parts();
		for (int i = 1; i < parts.size(); i++) {
			String digits = isLooseColon(parts.get(i - 1)) ? repeatedDigits(parts.get(i)) : null;
			if (digits != null) {
				edits.add(new Edit(parts.get(i - 1).start(), parts.get(i).end(), "(:" + digits + ")?"));
			}
		}
		return edits;
	}

	/** The same in a group that may be missing and is nothing but a port. */
	private List<Edit> loosePort(Repetition group) {
		if (!group.isOptional() || !(group.part().ungrouped() instanceof Sequence sequence)
				|| sequence.parts().size() != 2) {
			return List.of();
		}
		return loosePorts(sequence).stream()
			.map((port) -> new Edit(group.start(), group.end(), port.replacement()))
			.toList();
	}

	private static boolean isLooseColon(Expression expression) {
		return expression.ungrouped() instanceof Repetition repetition && repetition.minimum() == 0
				&& repetition.part().ungrouped() instanceof Symbol symbol && symbol.characters().equals(COLON);
	}

	/** One or more of some digits, as text. */
	private @Nullable String repeatedDigits(Expression expression) {
		if (!(expression.ungrouped() instanceof Repetition repetition) || !isDigits(repetition.part())) {
			return null;
		}
		String repeated = repeatedDigits(repetition.part());
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
		return (expression instanceof Symbol symbol)
				? symbol.characters().intersection(CharacterSet.DIGITS).equals(symbol.characters())
				: expression.parts().stream().allMatch(RegexEdits::isDigits);
	}

	/** Whether an expression ends with a wildcard. */
	private static boolean isOpen(Expression expression) {
		return (expression instanceof Symbol symbol) ? symbol.characters().intersection(LETTERS_AND_DIGITS).size() > 1
				: lastParts(expression).stream().anyMatch(RegexEdits::isOpen);
	}

	/**
	 * Whether an expression ends with a wildcard for any number of characters. A single
	 * character out of several is part of the name that goes on behind it.
	 */
	private static boolean isRepeated(Expression expression) {
		return (expression instanceof Repetition repetition && isManyTimes(repetition)) ? isOpen(repetition.part())
				: lastParts(expression).stream().anyMatch(RegexEdits::isRepeated);
	}

	private static List<Expression> lastParts(Expression expression) {
		List<Expression> parts = expression.parts();
		return (expression instanceof Sequence) ? parts.subList(Math.max(0, parts.size() - 1), parts.size()) : parts;
	}

	private static boolean isManyTimes(Repetition repetition) {
		return repetition.maximum() == Repetition.UNBOUNDED || repetition.maximum() > Math.max(1, repetition.minimum());
	}

	/**
	 * Whether an expression begins with one of some characters, written out. Of
	 * alternatives none may be an address: there is nothing below it.
	 */
	private static boolean isName(Expression expression, CharacterSet first) {
		if (expression instanceof Sequence sequence) {
			return !sequence.parts().isEmpty() && isName(sequence.parts().get(0), first);
		}
		if (expression instanceof Choice choice) {
			return choice.alternatives().stream().allMatch((alternative) -> isName(alternative, LETTERS));
		}
		return expression instanceof Symbol symbol && symbol.characters().size() == 1
				&& symbol.characters().intersection(first).size() == 1;
	}

	/** Writes something else in place of a part of the text. */
	record Edit(int start, int end, String replacement) {

		/** Make changes to different parts of a text. */
		static String apply(List<Edit> edits, String text) {
			StringBuilder edited = new StringBuilder(text);
			edits.stream()
				.sorted(Comparator.comparingInt(Edit::start).reversed())
				.forEach((edit) -> edited.replace(edit.start(), edit.end(), edit.replacement()));
			return edited.toString();
		}

		/** Return whether the change adds something and drops nothing. */
		boolean isInsertion() {
			return this.start == this.end;
		}

		/** Return whether nothing is left for another change once this one is made. */
		boolean covers(Edit other) {
			return this.start <= other.start && other.end <= this.end;
		}

	}

}
