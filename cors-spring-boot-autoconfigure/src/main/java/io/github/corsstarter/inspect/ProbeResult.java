package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.SourceContent;

/**
 * What a component told when it was asked.
 *
 * @param patterns the patterns of the paths that it has CORS configuration for, as far as
 * that could be told
 * @param content what it allows there
 */
record ProbeResult(List<String> patterns, SourceContent content) {

	/** What a component told that passed everything on. */
	static final ProbeResult SILENCE = new ProbeResult(List.of(),
			TimeLimit.noAnswer("had nothing to say to any of them"));

	public ProbeResult {
		patterns = List.copyOf(patterns);
	}

}
