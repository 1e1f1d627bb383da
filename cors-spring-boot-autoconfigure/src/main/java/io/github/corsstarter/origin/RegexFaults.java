package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.Confinement.Fault;
import io.github.corsstarter.origin.Confinement.Kind;
import io.github.corsstarter.origin.OriginExpression.Choice;
import io.github.corsstarter.origin.OriginExpression.Repetition;
import io.github.corsstarter.origin.OriginExpression.Sequence;
import io.github.corsstarter.origin.OriginExpression.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Finds the usual mistakes in a regular expression that is not confined, by mending them
 * and looking whether that helps.
 */
final class RegexFaults {

	private static final int MOST_BOUNDARIES = 8;

	/** A class of a few characters, each of which is written out. */
	private static final Pattern SMALL_CLASS = Pattern.compile("\\[[a-z0-9]{2,4}]");

	private static final CharacterSet LETTERS_AND_DIGITS = CharacterSet.range('a', 'z').union(CharacterSet.DIGITS);

	private final String text;

	private final NamesInText names;

	private final OriginExpression expression;

	private final List<Edit> dots = new ArrayList<>();

	private final List<Edit> boundaries = new ArrayList<>();

	private final List<Edit> endings = new ArrayList<>();

	private final List<Edit> classes = new ArrayList<>();

	/**
	 * Look at a regular expression.
	 * @param text the expression
	 * @param expression its syntax tree
	 */
	RegexFaults(String text, OriginExpression expression) {
		this.text = text;
		this.names = new NamesInText(text);
		this.expression = expression;
		collect(this.expression);
		collectEnding();
	}

	/**
	 * Return the expression as it was probably meant.
	 * @return the expression with a backslash before each dot that stands alone
	 */
	OriginExpression meant() {
		WildcardNotation notation = WildcardNotation.of(this.text);
		if (notation.isForeign()) {
			return new RegexFaults(notation.text(), RegexParser.parse(notation.text())).meant();
		}
		return this.dots.isEmpty() ? this.expression : RegexParser.parse(edited(this.dots));
	}

	/**
	 * Return where the wildcard at the very end begins.
	 * @return a 0-based index, or -1 when there is none
	 */
	int openEnd() {
		return this.endings.isEmpty() ? -1 : this.endings.get(0).start();
	}

	/**
	 * Find the smallest change that confines the expression.
	 * @param budget what pays for the search
	 * @return the change, or {@code null} when none of the usual ones does
	 * @throws AutomatonTooLargeException when the budget does not suffice to tell
	 */
	@Nullable EntryCorrection correction(ProofBudget budget) {
		WildcardNotation notation = WildcardNotation.of(this.text);
		EntryCorrection correction = notation.isForeign() ? correction(notation, budget) : null;
		return (correction != null) ? correction : edited(budget);
	}

	private @Nullable EntryCorrection correction(WildcardNotation notation, ProofBudget budget) {
		OriginExpression meant = RegexParser.parse(notation.text());
		if (ConfinementProof.isProposable(meant, budget)) {
			return new EntryCorrection(notation.text(), notation.faults());
		}
		EntryCorrection correction = new RegexFaults(notation.text(), meant).correction(budget);
		if (correction == null) {
			return null;
		}
		List<Fault> faults = new ArrayList<>(notation.faults());
		correction.faults().forEach((fault) -> faults.add(notation.inOriginal(fault, this.text)));
		return new EntryCorrection(correction.text(), faults);
	}

	private @Nullable EntryCorrection edited(ProofBudget budget) {
		List<Edit> none = List.of();
		for (List<Edit> ending : this.endings.isEmpty() ? List.of(none) : List.of(none, this.endings)) {
			for (int boundary = this.boundaries.size(); boundary >= 0; boundary--) {
				List<Edit> inserted = (boundary == this.boundaries.size()) ? none
						: this.boundaries.subList(boundary, boundary + 1);
				for (List<Edit> escaped : this.dots.isEmpty() ? List.of(none) : List.of(none, this.dots)) {
					List<Edit> edits = new ArrayList<>(escaped);
					edits.addAll(inserted);
					edits.addAll(ending);
					if (isConfined(edits, budget)) {
						return correction(edits, escaped, inserted, ending, budget);
					}
				}
			}
		}
		return listed(budget);
	}

	/**
	 * Alternatives make branches, characters of a class do not.
	 */
	private @Nullable EntryCorrection listed(ProofBudget budget) {
		if (this.classes.isEmpty()) {
			return null;
		}
		for (List<Edit> escaped : this.dots.isEmpty() ? List.of(this.dots) : List.of(List.<Edit>of(), this.dots)) {
			List<Edit> edits = new ArrayList<>(escaped);
			edits.addAll(this.classes);
			if (isConfined(edits, budget)) {
				List<Fault> faults = new ArrayList<>();
				if (!escaped.isEmpty()) {
					faults.add(unescaped(escaped));
				}
				this.classes.forEach((edit) -> faults.add(new Fault(Kind.PUBLIC_SUFFIX, edit.start(),
						"The characters of a class are not told apart; as alternatives they are.")));
				return new EntryCorrection(edited(edits), faults);
			}
		}
		return null;
	}

	private EntryCorrection correction(List<Edit> edits, List<Edit> escaped, List<Edit> inserted, List<Edit> ending,
			ProofBudget budget) {
		List<Fault> faults = new ArrayList<>();
		List<Edit> needed = escaped.stream().filter((dot) -> !isConfined(without(edits, dot), budget)).toList();
		if (!escaped.isEmpty()) {
			faults.add(unescaped(needed.isEmpty() ? escaped : needed));
		}
		inserted.forEach((edit) -> faults
			.add(new Fault(Kind.MISSING_BOUNDARY, edit.start(), "Nothing separates the wildcard from '"
					+ this.names.at(edit.start()) + "', so it also matches longer names that end with it.")));
		ending.forEach((edit) -> faults
			.add(new Fault(Kind.TRAILING_WILDCARD, edit.start(), "The wildcard at the end lets the host go on.")));
		return new EntryCorrection(edited(edits), faults);
	}

	private Fault unescaped(List<Edit> escaped) {
		String where = this.names.places(escaped.stream().map(Edit::start).toList());
		return new Fault(Kind.UNESCAPED_DOT, escaped.get(0).start(),
				((escaped.size() > 1) ? "The dots " + where + " are" : "The dot " + where + " is") + " not escaped.");
	}

	private boolean isConfined(List<Edit> edits, ProofBudget budget) {
		if (edits.isEmpty()) {
			return false;
		}
		try {
			return ConfinementProof.isProposable(RegexParser.parse(edited(edits)), budget);
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

	private static List<Edit> without(List<Edit> edits, Edit edit) {
		return edits.stream().filter((other) -> !other.equals(edit)).toList();
	}

	private String edited(List<Edit> edits) {
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
		else if (expression instanceof Repetition repetition && !(repetition.part() instanceof Symbol)) {
			collect(repetition.part());
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
			if (isOpen(parts.get(i - 1)) && isLetterOrDigit(parts.get(i))) {
				int position = parts.get(i).start();
				this.boundaries.add(new Edit(position, position, "\\."));
			}
		}
	}

	private void collectEnding() {
		OriginExpression last = this.expression;
		while (last instanceof Sequence sequence && sequence.parts().size() > 1) {
			last = sequence.parts().get(sequence.parts().size() - 1);
		}
		if (isOpen(last)) {
			this.endings.add(new Edit(last.start(), last.end(), ""));
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
			return choice.alternatives().stream().anyMatch(RegexFaults::isOpen);
		}
		return isOpen(((Repetition) expression).part());
	}

	private static boolean isLetterOrDigit(OriginExpression expression) {
		if (expression instanceof Sequence sequence) {
			return !sequence.parts().isEmpty() && isLetterOrDigit(sequence.parts().get(0));
		}
		return expression instanceof Symbol symbol && symbol.characters().size() == 1
				&& symbol.characters().intersection(LETTERS_AND_DIGITS).size() == 1;
	}

	/**
	 * A change to the text.
	 *
	 * @param start where it begins
	 * @param end where it ends
	 * @param replacement what to write there
	 */
	private record Edit(int start, int end, String replacement) {

	}

}
