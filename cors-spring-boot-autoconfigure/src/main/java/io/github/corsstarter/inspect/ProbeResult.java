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

	public ProbeResult {
		patterns = List.copyOf(patterns);
	}

	/**
	 * Return whether the component had nothing to say.
	 * @return {@code true} if it passed everything on
	 */
	boolean isSilent() {
		return this.content instanceof SourceContent.Silent;
	}

}
