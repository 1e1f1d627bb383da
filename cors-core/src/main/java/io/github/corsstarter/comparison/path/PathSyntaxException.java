package io.github.corsstarter.comparison.path;

/**
 * Tells that a text is not a path pattern.
 */
public class PathSyntaxException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	PathSyntaxException(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
