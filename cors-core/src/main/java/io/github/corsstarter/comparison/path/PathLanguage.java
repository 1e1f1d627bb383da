package io.github.corsstarter.comparison.path;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.comparison.path.PathSegment.AnyCharacter;
import io.github.corsstarter.comparison.path.PathSegment.Constrained;
import io.github.corsstarter.comparison.path.PathSegment.Literal;
import io.github.corsstarter.comparison.path.PathSegment.Part;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.optional;
import static io.github.corsstarter.origin.automaton.Expression.seq;

/**
 * Path patterns as languages over an alphabet. A part that is not regular counts as any
 * text: the language of its pattern is then larger than what the pattern matches.
 */
final class PathLanguage {

	private final PathAlphabet alphabet;

	private final Expression slash;

	private final Expression inSegment;

	PathLanguage(PathAlphabet alphabet) {
		this.alphabet = alphabet;
		this.slash = alphabet.symbol(PathAlphabet.literal('/'));
		this.inSegment = alphabet.anyCharacterBut('/');
	}

	/**
	 * Return all normalised paths.
	 * @return an expression
	 */
	Expression normalizedPaths() {
		Expression dot = this.alphabet.symbol(PathAlphabet.literal('.'));
		Expression otherThanDot = this.alphabet.anyCharacterBut('/', '.');
		Expression name = any(seq(repeated(dot, 0, 2), otherThanDot, anyOf(this.inSegment)),
				seq(repeated(dot, 3, 3), anyOf(this.inSegment)));
		return seq(anyOf(seq(this.slash, name)), any(this.slash, seq(this.slash, name)));
	}

	/**
	 * Return the paths that a pattern matches.
	 * @param pattern a pattern
	 * @return an expression that is right about normalised paths
	 */
	Expression of(PathPattern pattern) {
		Expression anything = anyOf(this.alphabet.anyCharacter());
		List<Expression> parts = new ArrayList<>();
		if (pattern.anyBeginning()) {
			parts.add(anything);
		}
		for (int i = 0; i < pattern.segments().size(); i++) {
			PathSegment segment = pattern.segments().get(i);
			boolean last = i == pattern.segments().size() - 1;
			Expression values = seq(segment.parts().stream().map(this::of).toArray(Expression[]::new));
			parts.add(this.slash);
			boolean something = last && !(pattern.anyEnd() ? segment.emptyInside() : segment.emptyLast());
			parts.add(something ? withoutNothing(values) : values);
		}
		if (pattern.anyEnd()) {
			parts.add(optional(seq(this.slash, anything)));
		}
		return seq(parts.toArray(Expression[]::new));
	}

	private Expression of(Part part) {
		if (part instanceof Literal literal) {
			return seq(literal.text()
				.codePoints()
				.mapToObj((c) -> this.alphabet.symbol(PathAlphabet.literal(c)))
				.toArray(Expression[]::new));
		}
		if (part instanceof AnyCharacter) {
			return this.inSegment;
		}
		if (part instanceof Constrained constrained && constrained.constraint().expression() != null) {
			return translate(constrained.constraint(), constrained.constraint().expression());
		}
		return anyOf(this.inSegment);
	}

	private Expression translate(PathRegex regex, Expression expression) {
		if (expression instanceof Symbol symbol) {
			return this.alphabet.symbol(regex.characters(symbol));
		}
		if (expression instanceof Sequence sequence) {
			return seq(translate(regex, sequence.parts()).toArray(Expression[]::new));
		}
		if (expression instanceof Choice choice) {
			return any(translate(regex, choice.alternatives()));
		}
		Repetition repetition = (Repetition) expression;
		return repeated(translate(regex, repetition.part()), repetition.minimum(), repetition.maximum());
	}

	private List<Expression> translate(PathRegex regex, List<Expression> expressions) {
		return expressions.stream().map((expression) -> translate(regex, expression)).toList();
	}

	/**
	 * Take the empty text from a language.
	 */
	private static Expression withoutNothing(Expression expression) {
		if (expression instanceof Sequence sequence) {
			List<Expression> alternatives = new ArrayList<>();
			for (int i = 0; i < sequence.parts().size(); i++) {
				List<Expression> parts = new ArrayList<>(sequence.parts().subList(i, sequence.parts().size()));
				parts.set(0, withoutNothing(parts.get(0)));
				alternatives.add(seq(parts.toArray(Expression[]::new)));
				if (!acceptsNothing(sequence.parts().get(i))) {
					break;
				}
			}
			return alternatives.isEmpty() ? one(CharacterSet.NONE) : any(alternatives);
		}
		if (expression instanceof Choice choice) {
			return any(choice.alternatives().stream().map(PathLanguage::withoutNothing).toList());
		}
		if (expression instanceof Repetition repetition) {
			return withoutNothing(repetition);
		}
		return expression;
	}

	private static Expression withoutNothing(Repetition repetition) {
		if (repetition.maximum() == 0) {
			return one(CharacterSet.NONE);
		}
		boolean unbounded = repetition.maximum() == Repetition.UNBOUNDED;
		int minimum = acceptsNothing(repetition.part()) ? 0 : Math.max(0, repetition.minimum() - 1);
		return seq(withoutNothing(repetition.part()),
				repeated(repetition.part(), minimum, unbounded ? Repetition.UNBOUNDED : repetition.maximum() - 1));
	}

	private static boolean acceptsNothing(Expression expression) {
		if (expression instanceof Sequence sequence) {
			return sequence.parts().stream().allMatch(PathLanguage::acceptsNothing);
		}
		if (expression instanceof Choice choice) {
			return choice.alternatives().stream().anyMatch(PathLanguage::acceptsNothing);
		}
		return expression instanceof Repetition repetition
				&& (repetition.minimum() == 0 || acceptsNothing(repetition.part()));
	}

	private static Expression anyOf(Expression part) {
		return repeated(part, 0, Repetition.UNBOUNDED);
	}

	private static Expression repeated(Expression part, int minimum, int maximum) {
		return new Repetition(part, minimum, maximum, 0, 0);
	}

}
