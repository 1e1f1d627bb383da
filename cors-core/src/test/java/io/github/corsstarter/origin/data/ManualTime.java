package io.github.corsstarter.origin.data;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Time that passes when a test says so.
 */
final class ManualTime implements InstantSource, LongSupplier {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public long getAsLong() {
		return Duration.between(Instant.EPOCH, this.now).toNanos();
	}

}
