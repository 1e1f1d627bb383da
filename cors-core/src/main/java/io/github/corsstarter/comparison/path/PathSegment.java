package io.github.corsstarter.comparison.path;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one segment of a path pattern matches.
 *
 * @param parts its parts in order
 * @param emptyInside whether it may be nothing before the end of the pattern
 * @param emptyLast whether it may be nothing at the end of the pattern
 * @param score what it adds to Spring's score of the pattern
 * @param length what it adds to Spring's length of the pattern
 * @param regex the parts as one regular expression, as Spring has it
 */
record PathSegment(List<Part> parts, boolean emptyInside, boolean emptyLast, int score, int length, Pattern regex) {

	static PathSegment of(List<Part> parts, boolean emptyInside, boolean emptyLast, int score, int length) {
		String regex = parts.stream().map(Part::regex).collect(Collectors.joining());
		return new PathSegment(List.copyOf(parts), emptyInside, emptyLast, score, length,
				Pattern.compile(regex, Pattern.DOTALL));
	}

	/**
	 * Return whether the segment matches the decoded value of one.
	 * @param value the value
	 * @param last whether nothing is to come in the pattern
	 * @return whether it matches
	 */
	boolean matches(String value, boolean last) {
		boolean allowed = !value.isEmpty() || (last ? this.emptyLast : this.emptyInside);
		return allowed && this.regex.matcher(value).matches();
	}

	boolean isRegular() {
		return this.parts.stream().allMatch(Part::isRegular);
	}

	/**
	 * A part of a segment.
	 */
	sealed interface Part {

		/**
		 * Return the part as a regular expression.
		 * @return an expression for {@link Pattern}
		 */
		String regex();

		/**
		 * Return whether the part can be compiled to an automaton.
		 * @return whether it can
		 */
		default boolean isRegular() {
			return true;
		}

	}

	/**
	 * A text as it is.
	 *
	 * @param text the text
	 */
	record Literal(String text) implements Part {

		@Override
		public String regex() {
			return Pattern.quote(this.text);
		}

	}

	/**
	 * The wildcard {@code ?}.
	 */
	record AnyCharacter() implements Part {

		@Override
		public String regex() {
			return ".";
		}

	}

	/**
	 * The wildcard {@code *}, or a variable without a regular expression.
	 */
	record AnyText() implements Part {

		@Override
		public String regex() {
			return ".*";
		}

	}

	/**
	 * A variable with a regular expression.
	 *
	 * @param constraint the expression
	 */
	record Constrained(PathRegex constraint) implements Part {

		@Override
		public String regex() {
			return "(?:" + this.constraint.text() + ")";
		}

		@Override
		public boolean isRegular() {
			return this.constraint.expression() != null;
		}

	}

}
