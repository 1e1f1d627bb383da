package io.github.corsstarter.comparison.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.corsstarter.comparison.path.PathSegment.Constrained;
import io.github.corsstarter.comparison.path.PathSegment.Literal;
import io.github.corsstarter.comparison.path.PathSegment.Part;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * The characters of paths, written in those that automata know: the automata of this
 * project read the characters of origins, and paths have any. Characters that no pattern
 * tells apart are written alike. A character that is one of origins is mostly written as
 * itself; when those run out, codes are made of several. Immutable.
 */
final class PathAlphabet {

	/** Characters from the most to the least readable, as they stand in codes. */
	private static final String READABLE = "x-abcdefghijklmnopqrstuvwyz1234567890._:+]ABCDEFGHIJKLMNOPQRSTUVWXYZ/";

	/** Begins a code of more than one character. */
	private static final char SHIFT = '[';

	/** Behind the last character that a class such as {@code \w} may have. */
	private static final int ASCII = 0x80;

	private static final int LAST = Character.MAX_CODE_POINT + 1;

	private final List<String> codes = new ArrayList<>();

	/** The code of all characters from a key up to the next one. */
	private final NavigableMap<Integer, String> codeFrom = new TreeMap<>();

	private final Map<String, String> readable = new HashMap<>();

	private final Map<String, Expression> symbols = new HashMap<>();

	private PathAlphabet(Set<Integer> cuts, Set<String> tests) {
		List<Predicate<String>> predicates = tests.stream()
			.map((test) -> Pattern.compile(test, Pattern.DOTALL).asMatchPredicate())
			.toList();
		Map<BitSet, List<Integer>> classes = new LinkedHashMap<>();
		Map<Integer, BitSet> verdicts = new TreeMap<>();
		for (int first : cuts) {
			BitSet verdict = verdict(predicates, first);
			verdicts.put(first, verdict);
			classes.computeIfAbsent(verdict, (key) -> new ArrayList<>()).add(first);
		}
		Map<BitSet, String> codeOf = codes(classes);
		verdicts.forEach((first, verdict) -> this.codeFrom.put(first, codeOf.get(verdict)));
		int index = 0;
		for (String test : tests) {
			List<String> accepted = new ArrayList<>();
			for (Map.Entry<BitSet, String> code : codeOf.entrySet()) {
				if (code.getKey().get(index)) {
					accepted.add(code.getValue());
				}
			}
			// Segments are matched one by one, so that a class never meets a slash
			if (!test.equals(literal('/'))) {
				accepted.remove(code('/'));
			}
			this.symbols.put(test, choice(accepted));
			index++;
		}
	}

	/**
	 * Create the alphabet of some patterns.
	 * @param patterns patterns
	 * @return an alphabet that tells apart what one of them tells apart
	 */
	static PathAlphabet of(Collection<PathPattern> patterns) {
		Set<Integer> cuts = new TreeSet<>();
		for (int c = 0; c <= ASCII; c++) {
			cuts.add(c);
		}
		cuts.add((int) Character.MIN_SURROGATE);
		cuts.add(Character.MAX_SURROGATE + 1);
		Set<String> tests = new TreeSet<>(List.of(literal('/'), literal('.')));
		for (PathPattern pattern : patterns) {
			pattern.toString().codePoints().forEach((c) -> {
				cuts.add(c);
				cuts.add(c + 1);
			});
			for (PathSegment segment : pattern.segments()) {
				segment.parts().forEach((part) -> addTests(part, tests));
			}
		}
		cuts.remove(LAST);
		return new PathAlphabet(cuts, tests);
	}

	private static void addTests(Part part, Set<String> tests) {
		if (part instanceof Literal literal) {
			literal.text().codePoints().forEach((c) -> tests.add(literal(c)));
		}
		if (part instanceof Constrained constrained && constrained.constraint().expression() != null) {
			addTests(constrained.constraint(), constrained.constraint().expression(), tests);
		}
	}

	private static void addTests(PathRegex regex, Expression root, Set<String> tests) {
		Deque<Expression> pending = new ArrayDeque<>(List.of(root));
		while (!pending.isEmpty()) {
			Expression expression = pending.pop();
			if (expression instanceof Symbol symbol) {
				tests.add(regex.characters(symbol));
			}
			else if (expression instanceof Sequence sequence) {
				pending.addAll(sequence.parts());
			}
			else if (expression instanceof Choice choice) {
				pending.addAll(choice.alternatives());
			}
			else if (expression instanceof Expression.Repetition repetition) {
				pending.add(repetition.part());
			}
		}
	}

	static String literal(int codePoint) {
		return Pattern.quote(Character.toString(codePoint));
	}

	private static BitSet verdict(List<Predicate<String>> tests, int codePoint) {
		BitSet verdict = new BitSet();
		String text = Character.toString(codePoint);
		for (int i = 0; i < tests.size(); i++) {
			verdict.set(i, tests.get(i).test(text));
		}
		return verdict;
	}

	private Map<BitSet, String> codes(Map<BitSet, List<Integer>> classes) {
		StringBuilder free = new StringBuilder(READABLE);
		Map<BitSet, String> codeOf = new LinkedHashMap<>();
		classes.forEach((verdict, members) -> {
			int own = indexOfMember(members);
			if (own >= 0) {
				String code = READABLE.substring(own, own + 1);
				codeOf.put(verdict, code);
				this.readable.put(code, code);
				free.deleteCharAt(free.indexOf(code));
			}
		});
		String shift = "";
		for (Map.Entry<BitSet, List<Integer>> other : classes.entrySet()) {
			if (!codeOf.containsKey(other.getKey())) {
				if (free.isEmpty()) {
					free.append(READABLE);
					shift += SHIFT;
				}
				String code = shift + free.charAt(free.length() - 1);
				free.setLength(free.length() - 1);
				codeOf.put(other.getKey(), code);
				this.readable.put(code, Character.toString(printable(other.getValue())));
			}
		}
		this.codes.addAll(codeOf.values());
		return codeOf;
	}

	private static int indexOfMember(List<Integer> members) {
		for (int i = 0; i < READABLE.length(); i++) {
			if (members.contains((int) READABLE.charAt(i))) {
				return i;
			}
		}
		return -1;
	}

	private static int printable(List<Integer> members) {
		return members.stream()
			.filter((c) -> c > ' ' && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
			.findFirst()
			.orElse(members.get(0));
	}

	/**
	 * Return what reads the code of a character that passes a test.
	 * @param test a regular expression of one character that one of the patterns has, or
	 * a {@link #literal(int)} of one
	 * @return an expression
	 */
	Expression symbol(String test) {
		Expression symbol = this.symbols.get(test);
		if (symbol == null) {
			throw new IllegalArgumentException("No pattern has " + test);
		}
		return symbol;
	}

	/**
	 * Return what reads the code of any character.
	 * @return an expression
	 */
	Expression anyCharacter() {
		return choice(this.codes);
	}

	/**
	 * Return what reads the code of any character but some.
	 * @param excluded characters that the patterns or every alphabet tells from others
	 * @return an expression
	 */
	Expression anyCharacterBut(int... excluded) {
		List<String> codes = new ArrayList<>(this.codes);
		for (int c : excluded) {
			codes.remove(code(c));
		}
		return choice(codes);
	}

	private static Expression choice(List<String> codes) {
		Map<String, CharacterSet> byShift = new LinkedHashMap<>();
		for (String code : codes) {
			String shift = code.substring(0, code.length() - 1);
			byShift.merge(shift, CharacterSet.of(code.charAt(code.length() - 1)), CharacterSet::union);
		}
		List<Expression> alternatives = new ArrayList<>();
		byShift.forEach((shift, characters) -> alternatives.add(seq(text(shift), one(characters))));
		return alternatives.isEmpty() ? one(CharacterSet.NONE) : any(alternatives);
	}

	private String code(int codePoint) {
		return this.codeFrom.floorEntry(codePoint).getValue();
	}

	/**
	 * Write a path in codes.
	 * @param path any path
	 * @return a text for automata
	 */
	String encode(String path) {
		StringBuilder encoded = new StringBuilder();
		path.codePoints().forEach((c) -> encoded.append(code(c)));
		return encoded.toString();
	}

	/**
	 * Return the most readable path there is among those that are written alike.
	 * @param encoded what {@link #encode(String)} may have returned
	 * @return a path
	 */
	String decode(String encoded) {
		StringBuilder path = new StringBuilder();
		int start = 0;
		for (int i = 0; i < encoded.length(); i++) {
			if (encoded.charAt(i) != SHIFT) {
				path.append(this.readable.get(encoded.substring(start, i + 1)));
				start = i + 1;
			}
		}
		return path.toString();
	}

	/**
	 * Return the characters that codes are made of.
	 * @return characters from the most to the least readable
	 */
	static String characters() {
		return READABLE + SHIFT;
	}

}
