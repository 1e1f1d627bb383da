package io.github.corsstarter.test;

import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.comparison.AcceptedOrigins;

/**
 * Proves that policies accept no origin of the visitor's own machine.
 */
final class LoopbackProof {

	private LoopbackProof() {
	}

	static void check(AccessSubject subject, String expected, Function<String, List<AccessSubject.Part>> parts) {
		for (AccessSubject.Part part : parts.apply(expected)) {
			AcceptedOrigins.Example example = subject.ask(part.policy(), AcceptedOrigins::loopback, expected);
			if (example != null) {
				throw subject.failed(expected + ", but " + part + " accepts " + example.origin(),
						"take out or narrow " + WrittenKey.ofEntry(part.policy(), example.origin()) + ".");
			}
		}
	}

}
