package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.origin.advice.RegexEdits.Edit;

/**
 * Changes to a regular expression that are made together. Immutable.
 *
 * @param escapes what escapes dots
 * @param boundaries what separates names from what stands before them
 * @param endings what keeps the host from going on at its end
 */
record Repair(List<Edit> escapes, List<Edit> boundaries, List<Edit> endings) {

	/**
	 * Drop the escapes and boundaries where an ending replaces the text.
	 */
	Repair {
		escapes = beside(endings, escapes);
		boundaries = beside(endings, boundaries);
	}

	private static List<Edit> beside(List<Edit> endings, List<Edit> edits) {
		return edits.stream().filter((edit) -> endings.stream().noneMatch((ending) -> ending.covers(edit))).toList();
	}

	List<Edit> edits() {
		return Stream.of(this.escapes, this.boundaries, this.endings).flatMap(List::stream).toList();
	}

	Repair without(Edit edit) {
		return new Repair(without(this.escapes, edit), without(this.boundaries, edit), without(this.endings, edit));
	}

	private static List<Edit> without(List<Edit> edits, Edit edit) {
		return edits.stream().filter((other) -> !other.equals(edit)).toList();
	}

}
