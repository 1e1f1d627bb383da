package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.advice.RegexEdits.Edit;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes in a regular expression.
 */
final class RegexMistakes implements Mistakes {

	private static final Pattern PARENTHESES = Pattern.compile("(?:\\)|\\((?:\\?:)?)++");

	private static final String CLASS_IS_ONE_BRANCH = "The characters of a class are not told apart; as alternatives "
			+ "they are.";

	/** One of many boundaries hardly ever does. */
	private static final int MOST_TRIED_ALONE = 8;

	private final String text;

	private final Places names;

	private final Expression expression;

	private final RegexEdits edits;

	/**
	 * Look at a regular expression.
	 * @param text the expression
	 * @param expression its syntax tree
	 */
	RegexMistakes(String text, Expression expression) {
		this.text = text;
		this.names = new Places(text);
		this.expression = expression;
		this.edits = new RegexEdits(text, expression);
	}

	@Override
	public Expression meant() {
		WildcardNotation notation = WildcardNotation.of(this.text);
		if (notation.isForeign()) {
			return inNotation(notation).meant();
		}
		return this.edits.dots().isEmpty() ? this.expression : RegexParser.parse(this.edits.apply(this.edits.dots()));
	}

	@Override
	public List<String> found() {
		WildcardNotation notation = WildcardNotation.of(this.text);
		if (!notation.isForeign()) {
			return this.edits.dots().isEmpty() ? List.of() : List.of(unescaped(this.edits.dots()));
		}
		return joined(notation.mistakes(), inNotation(notation).found());
	}

	@Override
	public List<String> missingBoundaries(List<String> examples, WorkLimit limit) {
		List<Edit> boundaries = this.edits.boundaries();
		List<Edit> all = new ArrayList<>(this.edits.dots());
		all.addAll(boundaries);
		return (boundaries.isEmpty() || acceptsOne(examples, all, limit)) ? List.of()
				: boundaries.stream()
					.filter((boundary) -> acceptsOne(examples, without(all, boundary), limit))
					.map(this::boundary)
					.toList();
	}

	private boolean acceptsOne(List<String> examples, List<Edit> made, WorkLimit limit) {
		Automaton automaton = Automaton.of(RegexParser.parse(this.edits.apply(made)), limit);
		return examples.stream().anyMatch(automaton::accepts);
	}

	@Override
	public boolean isOpenEnded() {
		return !this.edits.endings().isEmpty();
	}

	@Override
	public @Nullable Correction correction(WorkLimit limit) {
		WildcardNotation notation = WildcardNotation.of(this.text);
		Correction correction = notation.isForeign() ? correction(notation, limit) : null;
		return (correction != null) ? correction : edited(limit);
	}

	private @Nullable Correction correction(WildcardNotation notation, WorkLimit limit) {
		RegexMistakes meant = inNotation(notation);
		if (Vetting.isProposable(meant.expression, limit)) {
			return new Correction(notation.text(), notation.mistakes());
		}
		Correction correction = meant.correction(limit);
		return (correction != null)
				? new Correction(correction.text(), joined(notation.mistakes(), correction.mistakes())) : null;
	}

	private static RegexMistakes inNotation(WildcardNotation notation) {
		return new RegexMistakes(notation.text(), RegexParser.parse(notation.text()));
	}

	private static List<String> joined(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	/**
	 * Alternatives make branches, characters of a class do not: such a class is part of a
	 * name, which a boundary behind it would cut in two.
	 */
	private @Nullable Correction edited(WorkLimit limit) {
		List<List<Edit>> insertions = options(List.of(), this.edits.classes());
		List<Edit> boundaries = this.edits.boundaries();
		if (boundaries.size() <= MOST_TRIED_ALONE) {
			for (int i = boundaries.size() - 1; i >= 0; i--) {
				insertions.add(List.of(boundaries.get(i)));
			}
		}
		insertions.add(boundaries);
		insertions.add(Stream.concat(this.edits.classes().stream(), boundaries.stream()).toList());
		return edited(insertions.stream().distinct().toList(), limit);
	}

	private @Nullable Correction edited(List<List<Edit>> insertions, WorkLimit limit) {
		for (List<Edit> insertion : insertions) {
			for (List<Edit> ending : options(List.of(), this.edits.ports(), this.edits.endings())) {
				for (List<Edit> escaped : options(List.of(), this.edits.dots())) {
					List<Edit> dots = before(ending, escaped);
					List<Edit> inserted = before(ending, insertion);
					List<Edit> all = Stream.of(dots, inserted, ending).flatMap(List::stream).toList();
					if (isConfined(all, limit)) {
						return correction(all, dots, inserted, ending, limit);
					}
				}
			}
		}
		return null;
	}

	/** What is dropped is not changed besides. */
	private static List<Edit> before(List<Edit> ending, List<Edit> edits) {
		return edits.stream().filter((edit) -> ending.stream().noneMatch((other) -> other.covers(edit))).toList();
	}

	/** What there is to try: nothing at all, and each of the changes that there are. */
	@SafeVarargs
	private static List<List<Edit>> options(List<Edit> none, List<Edit>... changes) {
		List<List<Edit>> options = new ArrayList<>();
		options.add(none);
		for (List<Edit> change : changes) {
			if (!change.isEmpty()) {
				options.add(change);
			}
		}
		return options;
	}

	private Correction correction(List<Edit> made, List<Edit> escaped, List<Edit> insertions, List<Edit> ending,
			WorkLimit limit) {
		List<String> mistakes = new ArrayList<>();
		List<Edit> all = made;
		List<Edit> inserted = new ArrayList<>();
		for (Edit insertion : insertions) {
			List<Edit> others = without(all, insertion);
			if (insertions.size() > 1 && isConfined(others, limit)) {
				all = others;
			}
			else {
				inserted.add(insertion);
			}
		}
		List<Edit> edits = all;
		List<Edit> needed = escaped.stream().filter((dot) -> !isConfined(without(edits, dot), limit)).toList();
		if (!escaped.isEmpty()) {
			mistakes.add(unescaped(needed.isEmpty() ? escaped : needed));
		}
		inserted.forEach(
				(edit) -> mistakes.add(this.edits.classes().contains(edit) ? CLASS_IS_ONE_BRANCH : boundary(edit)));
		ending.forEach(
				(edit) -> mistakes.add(edit.replacement().isEmpty() ? "The wildcard at the end lets the host go on."
						: "Without the colon the digits of the port belong to the host."));
		return new Correction(this.edits.apply(all), mistakes);
	}

	private String boundary(Edit edit) {
		Matcher parentheses = PARENTHESES.matcher(this.text).region(edit.end(), this.text.length());
		String name = this.names.at(parentheses.lookingAt() ? parentheses.end() : edit.end());
		return (edit.isInsertion() ? "Nothing separates the wildcard from '" + name + "', so it"
				: "The dot before '" + name + "' is optional, so the wildcard")
				+ " also matches longer names that end with it.";
	}

	private String unescaped(List<Edit> escaped) {
		String where = this.names.places(escaped.stream().map(Edit::start).toList());
		return ((escaped.size() > 1) ? "The dots " + where + " are" : "The dot " + where + " is") + " not escaped.";
	}

	private boolean isConfined(List<Edit> all, WorkLimit limit) {
		if (all.isEmpty()) {
			return false;
		}
		try {
			return Vetting.isProposable(RegexParser.parse(this.edits.apply(all)), limit);
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

	private static List<Edit> without(List<Edit> edits, Edit edit) {
		return edits.stream().filter((other) -> !other.equals(edit)).toList();
	}

}
