package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.OriginExpression.Choice;
import io.github.corsstarter.origin.OriginExpression.Repetition;
import io.github.corsstarter.origin.OriginExpression.Sequence;
import io.github.corsstarter.origin.OriginExpression.Symbol;

/**
 * Changes to a regular expression, each of which mends one of the usual mistakes if it is
 * one.
 */
final class RegexEdits {

	private static final int MOST_BOUNDARIES = 8;

	/** A class of a few characters, each of which is written out. */
	private static final Pattern SMALL_CLASS = Pattern.compile("\\[[a-z0-9]{2,4}]");

	/** A port of which the colon may be missing while the digits stay. */
	private static final Pattern LOOSE_COLON = Pattern
		.compile("(?<!\\?):[?*](?:\\((\\\\d|\\[0-9])[*+]\\)\\??|(\\\\d|\\[0-9])[*+])");

	private static final CharacterSet LETTERS = CharacterSet.range('a', 'z');

	private static final CharacterSet LETTERS_AND_DIGITS = LETTERS.union(CharacterSet.DIGITS);

	private final String text;

	private final OriginExpression expression;

	private final List<Edit> dots = new ArrayList<>();

	private final List<Edit> boundaries = new ArrayList<>();

	private final List<Edit> classes = new ArrayList<>();

	RegexEdits(String text, OriginExpression expression) {
		this.text = text;
		this.expression = expression;
		collect(expression);
	}

	/**
	 * Return what escapes the dots that stand alone.
	 * @return changes to be made together, in the order of the text
	 */
	List<Edit> dots() {
		return this.dots;
	}

	/**
	 * Return what puts a dot between a wildcard and the name after it.
	 * @return changes of which each may do for itself
	 */
	List<Edit> boundaries() {
		return this.boundaries;
	}

	/**
	 * Return what writes small classes as alternatives.
	 * @return changes to be made together
	 */
	List<Edit> classes() {
		return this.classes;
	}

	/**
	 * Return what drops the wildcard at the very end.
	 * @return one change or none
	 */
	List<Edit> endings() {
		OriginExpression last = this.expression;
		while (last instanceof Sequence sequence && sequence.parts().size() > 1) {
			last = sequence.parts().get(sequence.parts().size() - 1);
		}
		return isOpen(last) ? List.of(new Edit(last.start(), last.end(), "")) : List.of();
	}

	/**
	 * Return what makes ports optional together with their colons.
	 * @return changes to be made together
	 */
	List<Edit> ports() {
		return LOOSE_COLON.matcher(this.text)
			.results()
			.map((port) -> new Edit(port.start(), port.end(), "(:" + digit(port) + "+)?"))
			.toList();
	}

	private static String digit(MatchResult port) {
		return (port.group(1) != null) ? port.group(1) : port.group(2);
	}

	/**
	 * Change the text.
	 * @param edits changes to different parts of it
	 * @return the text with all of them made
	 */
	String apply(List<Edit> edits) {
		StringBuilder edited = new StringBuilder(this.text);
		edits.stream()
			.sorted(Comparator.comparingInt(Edit::start).reversed())
			.forEach((edit) -> edited.replace(edit.start(), edit.end(), edit.replacement()));
		return edited.toString();
	}

	private void collect(OriginExpression expression) {
		if (expression instanceof Symbol symbol && this.text.charAt(symbol.start()) == '.') {
			this.dots.add(new Edit(symbol.start(), symbol.start(), "\\"));
		}
		else if (expression instanceof Symbol symbol) {
			collectClass(symbol);
		}
		else if (expression instanceof Sequence sequence) {
			sequence.parts().forEach(this::collect);
			collectBoundaries(sequence.parts());
		}
		else if (expression instanceof Choice choice) {
			choice.alternatives().forEach(this::collect);
		}
		else if (expression instanceof Repetition repetition) {
			collectRepeated(repetition);
		}
	}

	private void collectRepeated(Repetition repetition) {
		if (!(repetition.part() instanceof Symbol symbol)) {
			collect(repetition.part());
		}
		else if (repetition.isOptional() && symbol.characters().equals(CharacterSet.of('.'))
				&& this.boundaries.size() < MOST_BOUNDARIES) {
			this.boundaries.add(new Edit(repetition.start(), repetition.end(), "\\."));
		}
	}

	private void collectClass(Symbol symbol) {
		String listed = this.text.substring(symbol.start(), symbol.end());
		if (SMALL_CLASS.matcher(listed).matches()) {
			String characters = listed.substring(1, listed.length() - 1);
			this.classes.add(new Edit(symbol.start(), symbol.end(),
					characters.chars().mapToObj(Character::toString).collect(Collectors.joining("|", "(", ")"))));
		}
	}

	private void collectBoundaries(List<OriginExpression> parts) {
		for (int i = 1; i < parts.size() && this.boundaries.size() < MOST_BOUNDARIES; i++) {
			if (isOpen(parts.get(i - 1)) && isName(parts.get(i), LETTERS_AND_DIGITS)) {
				int position = parts.get(i).start();
				this.boundaries.add(new Edit(position, position, "\\."));
			}
		}
	}

	/** Whether an expression ends with a wildcard. */
	private static boolean isOpen(OriginExpression expression) {
		if (expression instanceof Symbol symbol) {
			return symbol.characters().intersection(LETTERS_AND_DIGITS).size() > 1;
		}
		if (expression instanceof Sequence sequence) {
			return !sequence.parts().isEmpty() && isOpen(sequence.parts().get(sequence.parts().size() - 1));
		}
		if (expression instanceof Choice choice) {
			return choice.alternatives().stream().anyMatch(RegexEdits::isOpen);
		}
		return isOpen(((Repetition) expression).part());
	}

	/**
	 * Whether an expression begins with one of some characters, written out. Of
	 * alternatives none may be an address: there is nothing below it.
	 */
	private static boolean isName(OriginExpression expression, CharacterSet first) {
		if (expression instanceof Sequence sequence) {
			return !sequence.parts().isEmpty() && isName(sequence.parts().get(0), first);
		}
		if (expression instanceof Choice choice) {
			return choice.alternatives().stream().allMatch((alternative) -> isName(alternative, LETTERS));
		}
		return expression instanceof Symbol symbol && symbol.characters().size() == 1
				&& symbol.characters().intersection(first).size() == 1;
	}

	/**
	 * A change to the text.
	 *
	 * @param start where it begins
	 * @param end where it ends
	 * @param replacement what to write there
	 */
	record Edit(int start, int end, String replacement) {

		/**
		 * Return whether the change adds something and drops nothing.
		 * @return whether it is an insertion
		 */
		boolean isInsertion() {
			return this.start == this.end;
		}

	}

}
