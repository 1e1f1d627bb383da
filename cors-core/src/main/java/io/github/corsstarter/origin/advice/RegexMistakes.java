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
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes in a regular expression.
 */
final class RegexMistakes implements Mistakes {

	private static final Pattern PARENTHESES = Pattern.compile("(?:\\)|\\((?:\\?:)?)++");

	private static final String CLASS_IS_ONE_BRANCH = "The characters of a class are not told apart; as alternatives "
			+ "they are.";

	private static final List<Edit> NO_EDITS = List.of();

	private final WildcardNotation notation;

	private final NearbyNames names;

	private final RegexEdits edits;

	RegexMistakes(String regex) {
		this.notation = WildcardNotation.of(regex);
		this.names = new NearbyNames(this.notation.text());
		this.edits = new RegexEdits(this.notation.text());
	}

	@Override
	public Expression meant() {
		return RegexParser.parse(this.edits.apply(this.edits.dots()));
	}

	@Override
	public List<String> found() {
		return this.edits.dots().isEmpty() ? this.notation.mistakes()
				: joined(this.notation.mistakes(), List.of(unescaped(this.edits.dots())));
	}

	@Override
	public List<String> missingBoundaries(List<String> examples, WorkLimit limit) {
		Repair repair = new Repair(this.edits.dots(), this.edits.boundaries(), List.of());
		return (repair.boundaries().isEmpty() || acceptsOne(examples, repair, limit)) ? List.of()
				: repair.boundaries()
					.stream()
					.filter((boundary) -> acceptsOne(examples, repair.without(boundary), limit))
					.map(this::boundary)
					.toList();
	}

	private boolean acceptsOne(List<String> examples, Repair repair, WorkLimit limit) {
		Automaton automaton = Automaton.of(RegexParser.parse(this.edits.apply(repair.edits())), limit);
		return examples.stream().anyMatch(automaton::accepts);
	}

	@Override
	public boolean isOpenEnded() {
		return !this.edits.endings().isEmpty();
	}

	private static <T> List<T> joined(List<T> first, List<T> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	@Override
	public @Nullable Correction correction(WorkLimit limit) {
		return repairs().filter((repair) -> isConfined(repair, limit))
			.findFirst()
			.map((repair) -> correction(withNeededBoundaries(repair, limit), limit))
			.orElse(null);
	}

	/** What there is to try, the smallest changes first. */
	private Stream<Repair> repairs() {
		return boundaries().flatMap((boundaries) -> Stream.of(NO_EDITS, this.edits.ports(), this.edits.endings())
			.distinct()
			.flatMap((endings) -> Stream.of(NO_EDITS, this.edits.dots())
				.distinct()
				.map((escapes) -> new Repair(escapes, boundaries, endings))));
	}

	/**
	 * Alternatives make branches, characters of a class do not: such a class is part of a
	 * name, which a boundary behind it would cut in two.
	 */
	private Stream<List<Edit>> boundaries() {
		List<Edit> boundaries = this.edits.boundaries();
		List<Edit> classes = this.edits.classes();
		return Stream.of(NO_EDITS, classes, boundaries, joined(classes, boundaries)).distinct();
	}

	private Repair withNeededBoundaries(Repair repair, WorkLimit limit) {
		Repair needed = repair;
		for (Edit boundary : repair.boundaries()) {
			Repair others = needed.without(boundary);
			if (repair.boundaries().size() > 1 && isConfined(others, limit)) {
				needed = others;
			}
		}
		return needed;
	}

	private Correction correction(Repair repair, WorkLimit limit) {
		List<String> mistakes = new ArrayList<>(this.notation.mistakes());
		if (!repair.escapes().isEmpty()) {
			mistakes.add(unescaped(neededEscapes(repair, limit)));
		}
		repair.boundaries()
			.forEach(
					(edit) -> mistakes.add(this.edits.classes().contains(edit) ? CLASS_IS_ONE_BRANCH : boundary(edit)));
		repair.endings()
			.forEach(
					(edit) -> mistakes.add(edit.replacement().isEmpty() ? "The wildcard at the end lets the host go on."
							: "Without the colon the digits of the port belong to the host."));
		return new Correction(this.edits.apply(repair.edits()), mistakes);
	}

	/** All of them, where each alone could be left out. */
	private List<Edit> neededEscapes(Repair repair, WorkLimit limit) {
		List<Edit> needed = repair.escapes()
			.stream()
			.filter((escape) -> !isConfined(repair.without(escape), limit))
			.toList();
		return needed.isEmpty() ? repair.escapes() : needed;
	}

	private String boundary(Edit edit) {
		Matcher parentheses = PARENTHESES.matcher(this.notation.text())
			.region(edit.end(), this.notation.text().length());
		String name = this.names.at(parentheses.lookingAt() ? parentheses.end() : edit.end());
		return (edit.isInsertion() ? "Nothing separates the wildcard from '" + name + "', so it"
				: "The dot before '" + name + "' is optional, so the wildcard")
				+ " also matches longer names that end with it.";
	}

	private String unescaped(List<Edit> escaped) {
		String where = this.names.places(escaped.stream().map(Edit::start).toList());
		return ((escaped.size() > 1) ? "The dots " + where + " are" : "The dot " + where + " is") + " not escaped.";
	}

	/** Nothing has to be changed where the notation alone was wrong. */
	private boolean isConfined(Repair repair, WorkLimit limit) {
		if (repair.edits().isEmpty() && this.notation.mistakes().isEmpty()) {
			return false;
		}
		try {
			Expression repaired = RegexParser.parse(this.edits.apply(repair.edits()));
			return ConfinementProof.of(repaired, limit).isProposable();
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

}
