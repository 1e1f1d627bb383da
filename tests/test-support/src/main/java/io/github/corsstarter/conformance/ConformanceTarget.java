package io.github.corsstarter.conformance;

import java.io.IOException;

/**
 * Something that answers the cases of one policy set.
 */
public interface ConformanceTarget extends AutoCloseable {

	Answer answer(ConformanceCase request) throws IOException;

	@Override
	default void close() {
	}

}
