package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

/**
 * Joins expressions into one that writes what several of them begin with only once.
 * Entries of an allowlist often differ only behind a repetition, and making it
 * deterministic costs much less when there is one repetition instead of many.
 */
final class CommonPrefixes {

	/**
	 * Deeper trees would take too much of the stack; what is below is joined as it is.
	 */
	private static final int MAX_DEPTH = 100;

	private CommonPrefixes() {
	}

	/** Join one or more expressions. The positions of what comes out mean nothing. */
	static Expression join(List<Expression> expressions) {
		return joinParts(expressions.stream().map(CommonPrefixes::withoutPositions).map(CommonPrefixes::parts).toList(),
				0);
	}

	/**
	 * Forget where an expression stands, so that it equals what reads like it.
	 */
	private static Expression withoutPositions(Expression expression) {
		if (expression instanceof Symbol symbol) {
			return new Symbol(symbol.characters(), 0, 0);
		}
		if (expression instanceof Sequence sequence) {
			return new Sequence(withoutPositions(sequence.parts()), 0, 0);
		}
		if (expression instanceof Choice choice) {
			return new Choice(withoutPositions(choice.alternatives()), 0, 0);
		}
		Repetition repetition = (Repetition) expression;
		return new Repetition(withoutPositions(repetition.part()), repetition.minimum(), repetition.maximum(), 0, 0);
	}

	private static List<Expression> withoutPositions(List<Expression> expressions) {
		return expressions.stream().map(CommonPrefixes::withoutPositions).toList();
	}

	private static List<Expression> parts(Expression expression) {
		return (expression instanceof Sequence sequence) ? sequence.parts() : List.of(expression);
	}

	private static Expression joinParts(List<List<Expression>> alternatives, int depth) {
		if (depth == MAX_DEPTH) {
			return Expression.any(alternatives.stream().map(CommonPrefixes::sequence).toList());
		}
		Map<List<Expression>, List<List<Expression>>> byFirst = new LinkedHashMap<>();
		for (List<Expression> alternative : alternatives) {
			List<Expression> first = alternative.subList(0, Math.min(1, alternative.size()));
			byFirst.computeIfAbsent(first, (key) -> new ArrayList<>()).add(alternative);
		}
		List<Expression> joined = byFirst.values().stream().map((group) -> factorOut(group, depth + 1)).toList();
		return Expression.any(joined);
	}

	private static Expression factorOut(List<List<Expression>> alternatives, int depth) {
		List<Expression> shared = alternatives.get(0);
		int length = shared.size();
		for (List<Expression> alternative : alternatives) {
			length = sharedLength(shared, alternative, length);
		}
		List<Expression> parts = new ArrayList<>(shared.subList(0, length));
		if (alternatives.stream().anyMatch((alternative) -> alternative.size() > parts.size())) {
			int common = length;
			parts.add(joinParts(alternatives.stream()
				.map((alternative) -> alternative.subList(common, alternative.size()))
				.toList(), depth));
		}
		return sequence(parts);
	}

	private static Expression sequence(List<Expression> parts) {
		return new Sequence(parts, 0, 0);
	}

	private static int sharedLength(List<Expression> one, List<Expression> other, int limit) {
		int length = 0;
		while (length < Math.min(limit, other.size()) && one.get(length).equals(other.get(length))) {
			length++;
		}
		return length;
	}

}
