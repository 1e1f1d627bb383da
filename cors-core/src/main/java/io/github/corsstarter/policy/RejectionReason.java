package io.github.corsstarter.policy;

/**
 * Why a CORS request is rejected. The {@link #toString() word} is the same wherever a
 * person meets it: metric tag, log and endpoint.
 */
public enum RejectionReason {

	/**
	 * The origin is well-formed, and no entry of the policy accepts it.
	 */
	ORIGIN_NOT_ALLOWED("origin-not-allowed"),

	/**
	 * The {@code Origin} header is not one serialised origin.
	 */
	MALFORMED_ORIGIN("malformed-origin"),

	/**
	 * The origin is {@code null}, which the policy does not list.
	 */
	NULL_ORIGIN_NOT_ALLOWED("null-origin-not-allowed"),

	/**
	 * The method, or the method a preflight asks for, is not allowed.
	 */
	METHOD_NOT_ALLOWED("method-not-allowed"),

	/**
	 * A header that a preflight asks for is not allowed.
	 */
	HEADER_NOT_ALLOWED("header-not-allowed"),

	/**
	 * The origin is well-formed and not configured, and the policy has a source of
	 * further origins that are not known: never loaded, or dropped because they have
	 * become too old.
	 */
	ORIGINS_NOT_LOADED("origins-not-loaded");

	private final String word;

	RejectionReason(String word) {
		this.word = word;
	}

	@Override
	public String toString() {
		return this.word;
	}

}
