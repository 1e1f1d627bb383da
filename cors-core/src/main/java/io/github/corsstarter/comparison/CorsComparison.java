package io.github.corsstarter.comparison;

import java.util.List;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;

/**
 * How two snapshots of CORS policies compare. Immutable.
 * <p>
 * Report-only policies are not compared. Reordering, renaming, another spelling of the
 * same origins, another status of preflights and other reasons of waivers are no change.
 */
public final class CorsComparison {

	private final List<Change> changes;

	private final List<String> undecided;

	CorsComparison(List<Change> changes, List<String> undecided) {
		this.changes = List.copyOf(changes);
		this.undecided = undecided;
	}

	/**
	 * Compare two snapshots. The work is bounded.
	 * @param before the snapshot that was approved, or is in force
	 * @param after the snapshot that is to be
	 * @return what changed from the one to the other
	 */
	public static CorsComparison of(CorsSnapshot before, CorsSnapshot after) {
		return new SnapshotComparer(before, after).compare();
	}

	/**
	 * Return the verdict.
	 * @return the verdict over all changes; what could not be told counts unless more is
	 * known to be allowed
	 */
	public Verdict verdict() {
		boolean narrower = has(Direction.NARROWER);
		if (has(Direction.WIDER)) {
			return narrower ? Verdict.INCOMPARABLE : Verdict.WIDER;
		}
		if (!this.undecided.isEmpty()) {
			return Verdict.CANNOT_TELL;
		}
		return narrower ? Verdict.NARROWER : Verdict.EQUAL;
	}

	private boolean has(Direction direction) {
		return this.changes.stream().anyMatch((change) -> change.direction() == direction);
	}

	/**
	 * Return the changes. Each request of one has been put to both sides.
	 * @return the changes in the order of the paths that they are about
	 */
	public List<Change> changes() {
		return this.changes;
	}

	/**
	 * Return what could not be told.
	 * @return a sentence for each question that is open
	 */
	public List<String> undecided() {
		return this.undecided;
	}

}
