package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.advice.RegexEdits.Edit;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

/**
 * The characters that an alternative of a regular expression spells, without groups and
 * quantifiers. Dots and classes have characters that no expression has. Each has its
 * place in the text.
 */
final class Outline {

	/** A dot that is not escaped. */
	static final char DOT = '\uE000';

	/** A dot that is repeated. */
	static final char DOTS = '\uE001';

	/** Any other class. */
	static final char CLASS = '\uE002';

	private final String text;

	private final StringBuilder characters = new StringBuilder();

	private final List<Symbol> symbols = new ArrayList<>();

	/** Where the innermost alternative of each symbol ends. */
	private final List<Integer> ends = new ArrayList<>();

	Outline(String text, Expression alternative) {
		this.text = text;
		collect(alternative, alternative.end(), false);
	}

	private void collect(Expression expression, int end, boolean repeated) {
		if (expression instanceof Symbol symbol) {
			this.symbols.add(symbol);
			this.ends.add(end);
			this.characters.append(character(symbol, repeated));
		}
		boolean repetition = expression instanceof Repetition;
		boolean sequence = expression instanceof Sequence && expression.parts().size() > 1;
		expression.parts()
			.forEach((part) -> collect(part, repetition ? end : (sequence ? expression : part).end(), repetition));
	}

	private char character(Symbol symbol, boolean repeated) {
		String written = this.text.substring(symbol.start(), symbol.end());
		if (written.equals(".")) {
			return repeated ? DOTS : DOT;
		}
		if (symbol.characters().size() == 1) {
			return symbol.characters().first();
		}
		return (written.length() == 1) ? written.charAt(0) : CLASS;
	}

	@Override
	public String toString() {
		return this.characters.toString();
	}

	/** Rewrite the parts of the text that a pattern finds in the outline. */
	List<Edit> replace(Pattern pattern, UnaryOperator<String> rewrite) {
		return pattern.matcher(this.characters).results().map((found) -> {
			int start = this.symbols.get(found.start()).start();
			int end = this.symbols.get(found.end() - 1).end();
			return new Edit(start, end, rewrite.apply(this.text.substring(start, end)));
		}).toList();
	}

	/** Drop what a pattern finds, and whatever follows it in the same alternative. */
	List<Edit> cut(Pattern pattern) {
		List<Edit> edits = new ArrayList<>();
		pattern.matcher(this.characters).results().forEach((found) -> {
			Edit cut = new Edit(this.symbols.get(found.start()).start(), this.ends.get(found.start()), "");
			if (edits.isEmpty() || edits.get(edits.size() - 1).end() <= cut.start()) {
				edits.add(cut);
			}
		});
		return edits;
	}

}
