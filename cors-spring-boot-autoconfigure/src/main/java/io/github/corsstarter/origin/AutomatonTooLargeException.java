package io.github.corsstarter.origin;

/**
 * Tells that an expression or a proof about it was given up, because it takes too much
 * work or too many states.
 */
class AutomatonTooLargeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AutomatonTooLargeException(String message) {
		super(message, null, false, false);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
