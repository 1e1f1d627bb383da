package io.github.corsstarter.web;

import io.github.corsstarter.validation.rule.PathSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The syntax of path patterns. It is the same with every version of Spring: a wildcard
 * for any number of segments stands at the end, also where newer versions take it at the
 * start.
 */
public final class PathPatternSyntax implements PathSyntax {

	private static final PathPatternParser IGNORING_CASE = new PathPatternParser();

	static {
		IGNORING_CASE.setCaseSensitive(false);
	}

	private final boolean ignoresCase;

	/**
	 * Create the syntax of patterns that are compared with their case.
	 */
	public PathPatternSyntax() {
		this(false);
	}

	private PathPatternSyntax(boolean ignoresCase) {
		this.ignoresCase = ignoresCase;
	}

	/**
	 * Return the syntax of patterns to which case means nothing.
	 * @return the syntax for {@link PathPatternMapping#ignoringCase()}
	 */
	public static PathPatternSyntax ignoringCase() {
		return new PathPatternSyntax(true);
	}

	/**
	 * Return what parses patterns.
	 * @param caseSensitive whether the case of a path means anything
	 * @return the parser, which is not to be changed
	 */
	public static PathPatternParser parser(boolean caseSensitive) {
		return caseSensitive ? PathPatternParser.defaultInstance : IGNORING_CASE;
	}

	@Override
	public boolean ignoresCase() {
		return this.ignoresCase;
	}

	@Override
	public @Nullable String problem(String pattern) {
		if (hasManySegmentsBeforeEnd(pattern)) {
			return "Only the last segment of a path pattern may be ** or {*name}.";
		}
		try {
			PathPatternParser.defaultInstance.parse(pattern);
			return null;
		}
		catch (PatternParseException ex) {
			return ex.getMessage() + " (at character " + (ex.getPosition() + 1) + ").";
		}
	}

	private static boolean hasManySegmentsBeforeEnd(String pattern) {
		int wildcard = pattern.indexOf("**");
		int variable = pattern.indexOf("{*");
		return (wildcard >= 0 && wildcard < pattern.length() - 2)
				|| (variable >= 0 && pattern.indexOf('/', variable) >= 0);
	}

}
