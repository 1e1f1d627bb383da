package io.github.corsstarter.jarmode;

/**
 * A command that was not used as it is meant. The message is one line that says what is
 * right.
 */
final class UsageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message);
	}

}
