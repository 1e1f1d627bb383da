package io.github.corsstarter.source;

/**
 * A source of origins is required, and could not be loaded when the application started.
 */
public class RequiredOriginSourceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String source;

	RequiredOriginSourceException(String source, String reason) {
		super("The origin source '%s' is required, and could not be loaded: %s".formatted(source, reason));
		this.source = source;
	}

	/**
	 * Return the name of the source.
	 * @return the name of the bean
	 */
	public String getSource() {
		return this.source;
	}

}
