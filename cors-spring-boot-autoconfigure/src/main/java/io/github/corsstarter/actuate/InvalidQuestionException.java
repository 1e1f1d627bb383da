package io.github.corsstarter.actuate;

/**
 * A question about a request that cannot be asked: a parameter is missing, or is not
 * valid. The message says what is wrong with it.
 */
public final class InvalidQuestionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidQuestionException(String message) {
		super(message);
	}

}
