package io.github.corsstarter.comparison.snapshot;

/**
 * Tells that a text is not a snapshot, and where that shows.
 */
public class SnapshotSyntaxException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int line;

	private final int column;

	SnapshotSyntaxException(int line, int column, String message) {
		super(message, null, false, false);
		this.line = line;
		this.column = column;
	}

	/**
	 * Return the line at fault.
	 * @return a 1-based number
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Return the column at fault.
	 * @return a 1-based number, in characters of the line
	 */
	public int column() {
		return this.column;
	}

	/**
	 * Return what is wrong, in one sentence without the place.
	 */
	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
