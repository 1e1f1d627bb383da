package io.github.corsstarter.comparison.path;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A path pattern in Spring's {@code PathPattern} syntax. It is matched with decoded and
 * normalised paths: they begin with a slash and have no empty segment but perhaps the
 * last, and none that is {@code .} or {@code ..}. Immutable.
 * <p>
 * Patterns are ordered as Spring orders them: the most specific first, alphabetically
 * among equals. A {@code ?} is any character, where Spring counts the halves of a
 * character beyond U+FFFF.
 */
public final class PathPattern implements Comparable<PathPattern> {

	private static final Comparator<PathPattern> SPECIFICITY = Comparator.comparing(PathPattern::isCatchAll)
		.thenComparing((pattern) -> pattern.isCatchAll() ? -pattern.length : 0)
		.thenComparing((pattern) -> pattern.score)
		.thenComparing((pattern) -> -pattern.length)
		.thenComparing(PathPattern::toString);

	private final String text;

	private final boolean anyBeginning;

	private final List<PathSegment> segments;

	private final boolean anyEnd;

	private final int score;

	private final int length;

	/**
	 * Create a pattern.
	 * @param text the pattern as it is written
	 * @param anyBeginning whether any segments may stand before the others
	 * @param segments the segments between
	 * @param anyEnd whether any segments may stand after the others
	 */
	PathPattern(String text, boolean anyBeginning, List<PathSegment> segments, boolean anyEnd) {
		this.text = text;
		this.anyBeginning = anyBeginning;
		this.segments = List.copyOf(segments);
		this.anyEnd = anyEnd;
		this.score = segments.stream().mapToInt(PathSegment::score).sum();
		this.length = segments.stream().mapToInt((segment) -> 1 + segment.length()).sum()
				+ ((anyBeginning || anyEnd) ? 1 : 0);
	}

	/**
	 * Parse a pattern.
	 * @param text the pattern
	 * @return the pattern
	 * @throws PathSyntaxException if Spring would refuse it, or if it does not begin with
	 * a slash
	 */
	public static PathPattern parse(String text) {
		return new PathPatternParser(text).parse();
	}

	/**
	 * Return whether the pattern matches a path.
	 * @param path a decoded and normalised path
	 * @return whether it matches
	 */
	public boolean matches(String path) {
		if (!path.startsWith("/")) {
			return false;
		}
		List<String> values = Arrays.asList(path.substring(1).split("/", -1));
		int surplus = values.size() - this.segments.size();
		if (surplus < 0 || (surplus > 0 && !this.anyBeginning && !this.anyEnd)) {
			return false;
		}
		int first = this.anyBeginning ? surplus : 0;
		for (int i = 0; i < this.segments.size(); i++) {
			boolean last = !this.anyEnd && i == this.segments.size() - 1;
			if (!this.segments.get(i).matches(values.get(first + i), last)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether what the pattern matches is known as a language: no variable has a
	 * regular expression outside of the supported subset.
	 * @return {@code false} when only {@link #matches(String)} can tell
	 */
	public boolean isRegular() {
		return this.segments.stream().allMatch(PathSegment::isRegular);
	}

	boolean anyBeginning() {
		return this.anyBeginning;
	}

	List<PathSegment> segments() {
		return this.segments;
	}

	boolean anyEnd() {
		return this.anyEnd;
	}

	private boolean isCatchAll() {
		return this.anyBeginning || this.anyEnd;
	}

	@Override
	public int compareTo(PathPattern other) {
		return SPECIFICITY.compare(this, other);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PathPattern that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * Return the pattern as it is written.
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
