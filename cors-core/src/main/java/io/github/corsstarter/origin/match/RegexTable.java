package io.github.corsstarter.origin.match;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import io.github.corsstarter.origin.automaton.HashTable;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions arranged by what every origin they accept ends with, from a dot on.
 * Those with the same ending share an automaton, so that a lookup runs one for each dot
 * of an origin at most, whatever the number of expressions; expressions without such an
 * ending share another one. Immutable once it is built.
 */
final class RegexTable extends HashTable<RegexTable.Ending> {

	private static final int MULTIPLIER = 31;

	private static final String ANY_ENDING = "";

	private final Automaton[] others;

	RegexTable(Collection<OriginRegex> regexes) {
		Map<String, List<Expression>> byEnding = regexes.stream()
			.map(OriginRegex::expression)
			.collect(Collectors.groupingBy(RegexTable::ending, LinkedHashMap::new, Collectors.toList()));
		this.others = compile(byEnding.getOrDefault(ANY_ENDING, List.of()));
		byEnding.remove(ANY_ENDING);
		byEnding.forEach((text, expressions) -> insert(new Ending(text, compile(expressions))));
	}

	private static Automaton[] compile(List<Expression> expressions) {
		return Automaton.union(expressions).toArray(Automaton[]::new);
	}

	@Override
	protected int hash(Ending ending) {
		return ending.hash();
	}

	/**
	 * Return the text from its first dot on that everything ends with that an expression
	 * accepts.
	 */
	private static String ending(Expression expression) {
		StringBuilder reversed = new StringBuilder();
		appendEnding(expression, reversed);
		String literal = reversed.reverse().toString();
		int dot = literal.indexOf('.');
		return (dot >= 0) ? literal.substring(dot) : ANY_ENDING;
	}

	/**
	 * Append what an expression ends with, the last character first.
	 * @return whether that is all of the expression
	 */
	private static boolean appendEnding(Expression expression, StringBuilder reversed) {
		if (expression instanceof Symbol symbol) {
			if (symbol.characters().size() == 1) {
				reversed.append(symbol.characters().first());
				return true;
			}
			return false;
		}
		if (!(expression instanceof Sequence sequence)) {
			return false;
		}
		for (int i = sequence.parts().size() - 1; i >= 0; i--) {
			if (!appendEnding(sequence.parts().get(i), reversed)) {
				return false;
			}
		}
		return true;
	}

	/** Return whether one of the expressions accepts a well-formed origin. */
	boolean accepts(String origin) {
		if (anyAccepts(this.others, origin)) {
			return true;
		}
		int hash = 0;
		for (int i = origin.length() - 1; i >= 0; i--) {
			char c = origin.charAt(i);
			hash = MULTIPLIER * hash + c;
			if (c == '.') {
				Ending ending = find(hash, origin, i);
				if (ending != null && anyAccepts(ending.automata(), origin)) {
					return true;
				}
			}
		}
		return false;
	}

	private @Nullable Ending find(int hash, String origin, int start) {
		int slot = first(hash);
		Ending ending = get(slot);
		while (ending != null && !ending.is(hash, origin, start)) {
			slot = next(slot);
			ending = get(slot);
		}
		return ending;
	}

	private static boolean anyAccepts(Automaton[] automata, String origin) {
		for (Automaton automaton : automata) {
			if (automaton.accepts(origin)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The automata of one ending.
	 */
	record Ending(String text, int hash, Automaton[] automata) {

		Ending(String text, Automaton[] automata) {
			this(text, hash(text), automata);
		}

		private static int hash(String text) {
			int hash = 0;
			for (int i = text.length() - 1; i >= 0; i--) {
				hash = MULTIPLIER * hash + text.charAt(i);
			}
			return hash;
		}

		boolean is(int hash, String origin, int start) {
			return this.hash == hash && this.text.length() == origin.length() - start
					&& origin.startsWith(this.text, start);
		}

	}

}
