package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.OriginExpression.Choice;
import io.github.corsstarter.origin.OriginExpression.Repetition;
import io.github.corsstarter.origin.OriginExpression.Sequence;
import io.github.corsstarter.origin.OriginExpression.Symbol;

/**
 * Joins expressions into one that writes what several of them begin with only once.
 * Entries of an allowlist often differ only behind a repetition, and making it
 * deterministic costs much less when there is one repetition instead of many.
 */
final class SharedPrefixes {

	/**
	 * Deeper trees would take too much of the stack; what is below is joined as it is.
	 */
	private static final int MAX_DEPTH = 100;

	private SharedPrefixes() {
	}

	/**
	 * Join expressions.
	 * @param expressions at least one expression
	 * @return an expression that accepts what one of them accepts; its positions mean
	 * nothing
	 */
	static OriginExpression join(List<OriginExpression> expressions) {
		return joinParts(expressions.stream().map(SharedPrefixes::withoutPositions).map(SharedPrefixes::parts).toList(),
				0);
	}

	/**
	 * Forget where an expression stands, so that it equals what reads like it.
	 */
	private static OriginExpression withoutPositions(OriginExpression expression) {
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

	private static List<OriginExpression> withoutPositions(List<OriginExpression> expressions) {
		return expressions.stream().map(SharedPrefixes::withoutPositions).toList();
	}

	private static List<OriginExpression> parts(OriginExpression expression) {
		return (expression instanceof Sequence sequence) ? sequence.parts() : List.of(expression);
	}

	private static OriginExpression joinParts(List<List<OriginExpression>> alternatives, int depth) {
		if (depth == MAX_DEPTH) {
			return new Choice(alternatives.stream().map(SharedPrefixes::sequence).toList(), 0, 0);
		}
		Map<List<OriginExpression>, List<List<OriginExpression>>> byFirst = new LinkedHashMap<>();
		for (List<OriginExpression> alternative : alternatives) {
			List<OriginExpression> first = alternative.subList(0, Math.min(1, alternative.size()));
			byFirst.computeIfAbsent(first, (key) -> new ArrayList<>()).add(alternative);
		}
		List<OriginExpression> joined = byFirst.values().stream().map((group) -> factorOut(group, depth + 1)).toList();
		return (joined.size() == 1) ? joined.get(0) : new Choice(joined, 0, 0);
	}

	private static OriginExpression factorOut(List<List<OriginExpression>> alternatives, int depth) {
		List<OriginExpression> shared = alternatives.get(0);
		int length = shared.size();
		for (List<OriginExpression> alternative : alternatives) {
			length = sharedLength(shared, alternative, length);
		}
		List<OriginExpression> parts = new ArrayList<>(shared.subList(0, length));
		if (alternatives.stream().anyMatch((alternative) -> alternative.size() > parts.size())) {
			int common = length;
			parts.add(joinParts(alternatives.stream()
				.map((alternative) -> alternative.subList(common, alternative.size()))
				.toList(), depth));
		}
		return sequence(parts);
	}

	private static OriginExpression sequence(List<OriginExpression> parts) {
		return new Sequence(parts, 0, 0);
	}

	private static int sharedLength(List<OriginExpression> one, List<OriginExpression> other, int limit) {
		int length = 0;
		while (length < Math.min(limit, other.size()) && one.get(length).equals(other.get(length))) {
			length++;
		}
		return length;
	}

}
