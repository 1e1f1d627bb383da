package io.github.corsstarter.origin.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import org.jspecify.annotations.Nullable;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.many;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.optional;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.some;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * The last label of a host name, which is no number: a host whose last label is a number
 * is an address. What a label with wildcards accepts is followed through the automaton of
 * numbers, and its states are written out, up to {@link Automaton#DEAD} where the label
 * has become a name, whatever follows.
 */
public final class NameLabel {

	private static final CharacterSet HEXADECIMAL = CharacterSet.of("0123456789abcdefABCDEF");

	private static final Automaton NUMBER = Automaton
		.of(any(some(CharacterSet.DIGITS), seq(text("0"), one(CharacterSet.of("xX")), optional(some(HEXADECIMAL)))));

	private final String glob;

	private final CharacterSet wildcard;

	private NameLabel(String glob, CharacterSet wildcard) {
		this.glob = glob;
		this.wildcard = wildcard;
	}

	/**
	 * Return the expression of a label.
	 * @param glob a label with single asterisks for one or more characters, which is no
	 * number itself
	 * @param wildcard what these characters may be
	 * @return an expression for all that the label matches but numbers
	 */
	public static Expression of(String glob, CharacterSet wildcard) {
		Expression label = new NameLabel(glob, wildcard).from(0, NUMBER.start());
		return (label != null) ? label : one(CharacterSet.NONE);
	}

	/** Return what may follow, {@code null} when every text makes the label a number. */
	private @Nullable Expression from(int index, int state) {
		if (index == this.glob.length()) {
			return NUMBER.isAccepting(state) ? null : text("");
		}
		char c = this.glob.charAt(index);
		if (c == '*') {
			return choice(leaving(index, state, true));
		}
		Expression rest = from(index + 1, NUMBER.next(state, c));
		return (rest != null) ? seq(text(String.valueOf(c)), rest) : null;
	}

	/**
	 * Return how a wildcard goes on to other states, the characters that make a name
	 * first, because they make the better examples.
	 */
	private List<Expression> leaving(int index, int state, boolean first) {
		List<Expression> ways = new ArrayList<>();
		successors(state).forEach((next, characters) -> {
			Expression rest = (first || next != state) ? within(index, next) : null;
			if (rest != null) {
				ways.add(seq(one(characters), rest));
			}
		});
		return ways;
	}

	/**
	 * Return how a wildcard that has reached a state goes on: there, to others, or behind
	 * it.
	 */
	private @Nullable Expression within(int index, int state) {
		List<Expression> ways = leaving(index, state, false);
		Expression rest = from(index + 1, state);
		if (rest != null) {
			ways.add(rest);
		}
		Expression choice = choice(ways);
		CharacterSet loop = successors(state).get(state);
		return (choice == null || loop == null) ? choice : seq(many(loop), choice);
	}

	private Map<Integer, CharacterSet> successors(int state) {
		Map<Integer, CharacterSet> successors = new LinkedHashMap<>();
		successors.put(Automaton.DEAD, CharacterSet.NONE);
		for (char c = 0; c < CharacterSet.LIMIT; c++) {
			if (this.wildcard.contains(c)) {
				successors.merge(NUMBER.next(state, c), CharacterSet.of(c), CharacterSet::union);
			}
		}
		return successors;
	}

	private static @Nullable Expression choice(List<Expression> ways) {
		return ways.isEmpty() ? null : any(ways);
	}

}
