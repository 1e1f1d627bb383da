package io.github.corsstarter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is told how much time passes.
 */
public final class ManualClock extends Clock {

	/** When time begins. */
	public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private Instant now = START;

	/**
	 * Let time pass.
	 * @param duration how long
	 */
	public void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
