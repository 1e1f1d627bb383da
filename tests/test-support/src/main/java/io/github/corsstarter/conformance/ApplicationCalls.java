package io.github.corsstarter.conformance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts how often an application was called.
 */
class ApplicationCalls {

	private final AtomicInteger count = new AtomicInteger();

	void increment() {
		this.count.incrementAndGet();
	}

	int count() {
		return this.count.get();
	}

}
