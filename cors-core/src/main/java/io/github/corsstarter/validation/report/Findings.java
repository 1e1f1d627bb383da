package io.github.corsstarter.validation.report;

/**
 * Takes what rules find, one finding after another.
 */
@FunctionalInterface
public interface Findings {

	/**
	 * Adds a finding. What it weighs, and whether a waiver excuses it, is decided at
	 * once.
	 * @param finding what a rule found
	 */
	void add(Finding finding);

}
