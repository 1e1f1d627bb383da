package io.github.corsstarter.origin.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many entries were refused, and the latest of them. Not safe for use by several
 * threads.
 */
final class Refusals {

	static final int CAPACITY = 100;

	private final Deque<RefusedOrigin> latest = new ArrayDeque<>();

	private long count;

	void add(RefusedOrigin refused) {
		this.count++;
		if (this.latest.size() == CAPACITY) {
			this.latest.removeLast();
		}
		this.latest.addFirst(refused);
	}

	long count() {
		return this.count;
	}

	/**
	 * Return the latest.
	 * @return at most {@value #CAPACITY}, the latest first
	 */
	List<RefusedOrigin> latest() {
		return List.copyOf(this.latest);
	}

}
