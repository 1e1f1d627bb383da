package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.proof.Confinement.Fault;
import io.github.corsstarter.origin.proof.Confinement.Kind;

/**
 * A regular expression of which the host begins as it would in a glob, with {@code *}, or
 * as in a list of domains, with a dot; there all names below are meant.
 *
 * @param text the expression as a regular expression says it
 * @param faults what was wrong with it, empty when nothing was
 */
record WildcardNotation(String text, List<Fault> faults) {

	private static final Pattern NOTATION = Pattern.compile("(?<=://|:\\\\/\\\\/)(?:(\\*)|\\\\?\\.(?=[a-zA-Z0-9]))");

	static WildcardNotation of(String regex) {
		Matcher notation = NOTATION.matcher(regex);
		String text = notation
			.replaceAll((found) -> Matcher.quoteReplacement((found.group(1) != null) ? ".*" : ".*\\."));
		return new WildcardNotation(text,
				notation.reset().results().map((found) -> fault(found.start(), found.group(1) != null)).toList());
	}

	private static Fault fault(int position, boolean star) {
		return star
				? new Fault(Kind.GLOB, position,
						"The * repeats the slash before it; any characters are .* in a regular expression.")
				: new Fault(Kind.GLOB, position,
						"The host begins with a dot; all subdomains are .*\\. in a regular expression.");
	}

	boolean isForeign() {
		return !this.faults.isEmpty();
	}

	/**
	 * Return a mistake in the text as one in what was written.
	 * @param fault a mistake
	 * @param original what was written
	 * @return the mistake, at the place where its character was written
	 */
	Fault inOriginal(Fault fault, String original) {
		int fromEnd = this.text.length() - fault.position();
		boolean single = this.faults.size() == 1 && fault.position() > this.faults.get(0).position();
		return new Fault(fault.kind(), single ? original.length() - fromEnd : -1, fault.explanation());
	}

}
