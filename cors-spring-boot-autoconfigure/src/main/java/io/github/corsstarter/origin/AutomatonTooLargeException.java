package io.github.corsstarter.origin;

/**
 * Tells that an expression was given up while its automaton was built, because it is too
 * large.
 */
class AutomatonTooLargeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AutomatonTooLargeException(String message) {
		super(message, null, false, false);
	}

}
