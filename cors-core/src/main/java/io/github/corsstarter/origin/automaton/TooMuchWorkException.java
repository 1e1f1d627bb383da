package io.github.corsstarter.origin.automaton;

/**
 * Tells that an expression or a proof about it was given up, because it takes too much
 * work or too many states.
 */
public class TooMuchWorkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TooMuchWorkException(String message) {
		super(message, null, false, false);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
