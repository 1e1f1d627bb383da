package io.github.corsstarter.origin.automaton;

import java.util.List;

import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

/**
 * Makes the automata of {@code dk.brics.automaton}, as a second opinion.
 */
final class BricsAutomata {

	private BricsAutomata() {
	}

	static dk.brics.automaton.Automaton of(Expression expression) {
		if (expression instanceof Symbol symbol) {
			StringBuilder characters = new StringBuilder();
			for (char c = 0; c < CharacterSet.LIMIT; c++) {
				characters.append(symbol.characters().contains(c) ? String.valueOf(c) : "");
			}
			return BasicAutomata.makeCharSet(characters.toString());
		}
		if (expression instanceof Sequence sequence) {
			return BasicOperations.concatenate(all(sequence.parts()));
		}
		if (expression instanceof Choice choice) {
			return BasicOperations.union(all(choice.alternatives()));
		}
		Repetition repetition = (Repetition) expression;
		dk.brics.automaton.Automaton part = of(repetition.part());
		return (repetition.maximum() == Repetition.UNBOUNDED) ? part.repeat(repetition.minimum())
				: part.repeat(repetition.minimum(), repetition.maximum());
	}

	private static List<dk.brics.automaton.Automaton> all(List<Expression> expressions) {
		return expressions.stream().map(BricsAutomata::of).toList();
	}

}
