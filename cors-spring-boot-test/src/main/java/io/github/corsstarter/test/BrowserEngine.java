package io.github.corsstarter.test;

import java.time.Duration;

/**
 * What drives a browser. All of them follow the same standard, which leaves to them for
 * how long they remember a preflight, whatever {@code Access-Control-Max-Age} says.
 */
public enum BrowserEngine {

	/** Chrome, Edge, Opera and others: two hours. */
	CHROMIUM(Duration.ofHours(2)),

	/** Firefox: a day. */
	FIREFOX(Duration.ofHours(24)),

	/** Safari: ten minutes. */
	WEBKIT(Duration.ofMinutes(10));

	private final Duration maxAgeLimit;

	BrowserEngine(Duration maxAgeLimit) {
		this.maxAgeLimit = maxAgeLimit;
	}

	/**
	 * Return for how long an answer to a preflight is remembered at most.
	 * @return the limit
	 */
	public Duration maxAgeLimit() {
		return this.maxAgeLimit;
	}

}
