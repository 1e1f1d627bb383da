package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * A path pattern by its segments, to be compared with another pattern. Of a pattern that
 * is too intricate the shape is what it begins with and anything below; then neither
 * {@link #contains} nor {@link #isDisjoint} says yes unless it is certain.
 */
public final class PathShape {

	private static final PathShape ANYTHING = new PathShape(List.of(), true, false);

	private final List<Segment> segments;

	private final boolean anythingBelow;

	private final boolean exact;

	private PathShape(List<Segment> segments, boolean anythingBelow, boolean exact) {
		this.segments = segments;
		this.anythingBelow = anythingBelow;
		this.exact = exact;
	}

	/**
	 * Reads a pattern.
	 * @param pattern a path pattern; a leading slash is added where there is none
	 * @return its shape
	 */
	public static PathShape of(String pattern) {
		return of(pattern, true);
	}

	/**
	 * Reads a pattern.
	 * @param pattern a path pattern; a leading slash is added where there is none
	 * @param caseSensitive whether the case of a path means anything
	 * @return its shape, to be compared with others that were read alike
	 */
	public static PathShape of(String pattern, boolean caseSensitive) {
		String text = pattern.startsWith("/") ? pattern : "/" + pattern;
		if (!isPattern(text)) {
			return ANYTHING;
		}
		String[] parts = text.substring(1).split("/", -1);
		List<Segment> segments = new ArrayList<>();
		for (int i = 0; i < parts.length; i++) {
			boolean rest = parts[i].equals("**") || parts[i].startsWith("{*");
			if (rest || !isBalanced(parts[i])) {
				return new PathShape(segments, true, rest && i == parts.length - 1);
			}
			segments.add(new Segment(parts[i], caseSensitive));
		}
		return new PathShape(segments, false, true);
	}

	private static boolean isPattern(String text) {
		try {
			PathPatternParser.defaultInstance.parse(text);
			return true;
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

	/**
	 * Return whether a part is a whole segment: a slash may also stand in the regular
	 * expression of a variable.
	 */
	private static boolean isBalanced(String part) {
		return part.chars().filter((c) -> c == '{').count() == part.chars().filter((c) -> c == '}').count();
	}

	/**
	 * Return whether this pattern surely matches whatever another one matches.
	 * @param other the other pattern
	 * @return {@code true} if every path of the other pattern is one of this pattern
	 */
	public boolean contains(PathShape other) {
		boolean sameEnd = this.anythingBelow ? other.segments.size() >= this.segments.size()
				: !other.anythingBelow && other.segments.size() == this.segments.size();
		if (!this.exact || !sameEnd || (other.mayEndWithSlash() && !mayEndWithSlash() && !hasSlashBelow(other))) {
			return false;
		}
		for (int i = 0; i < this.segments.size(); i++) {
			if (!this.segments.get(i).contains(other.segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether the last segment of a path may be empty.
	 */
	private boolean mayEndWithSlash() {
		return !this.anythingBelow && !this.segments.isEmpty()
				&& this.segments.get(this.segments.size() - 1).text().equals("*");
	}

	private boolean hasSlashBelow(PathShape other) {
		return this.anythingBelow && this.segments.size() < other.segments.size();
	}

	/**
	 * Return whether surely no path matches both this pattern and another one.
	 * @param other the other pattern
	 * @return {@code true} if they have nothing in common
	 */
	public boolean isDisjoint(PathShape other) {
		int common = Math.min(this.segments.size(), other.segments.size());
		for (int i = 0; i < common; i++) {
			if (this.segments.get(i).isDisjoint(other.segments.get(i))) {
				return true;
			}
		}
		return (this.segments.size() > common && !other.anythingBelow)
				|| (other.segments.size() > common && !this.anythingBelow);
	}

	/**
	 * What stands between two slashes.
	 *
	 * @param text the text
	 * @param caseSensitive whether its case means anything
	 */
	private record Segment(String text, boolean caseSensitive) {

		private boolean isLiteral() {
			return this.text.chars().allMatch((c) -> "{}*?".indexOf(c) < 0);
		}

		private boolean isAnything() {
			return this.text.matches("\\*|\\{[^{}:*?]+\\}");
		}

		boolean contains(Segment other) {
			if (isAnything()) {
				return !other.text.isEmpty();
			}
			return this.text.equals(other.text) || (other.isLiteral() && matches(other.text));
		}

		boolean isDisjoint(Segment other) {
			if (isLiteral()) {
				return !other.matches(this.text);
			}
			return other.isLiteral() && !matches(other.text);
		}

		private boolean matches(String literal) {
			if (isLiteral()) {
				return this.caseSensitive ? this.text.equals(literal) : this.text.equalsIgnoreCase(literal);
			}
			try {
				PathPattern pattern = PathPatternSyntax.parser(this.caseSensitive).parse("/" + this.text);
				return pattern.matches(PathContainer.parsePath("/" + literal));
			}
			catch (IllegalArgumentException ex) {
				return true;
			}
		}

	}

}
