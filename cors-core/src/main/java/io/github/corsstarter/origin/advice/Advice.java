package io.github.corsstarter.origin.advice;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What helps the author of an entry that is not confined.
 *
 * @param counterExamples up to three accepted origins that belong to other owners than
 * the one who was probably meant; empty when the entry is too complicated to be judged
 * @param mistakes what is wrong with the entry, as far as it can be told: sentences that
 * end with a dot
 * @param correction an entry to write instead, proven to be confined, or {@code null}
 * when there is no obvious one
 */
public record Advice(List<String> counterExamples, List<String> mistakes, @Nullable String correction) {

	public Advice {
		counterExamples = List.copyOf(counterExamples);
		mistakes = List.copyOf(mistakes);
	}

}
