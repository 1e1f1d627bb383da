package io.github.corsstarter.comparison.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.github.corsstarter.comparison.path.PathSegment.AnyCharacter;
import io.github.corsstarter.comparison.path.PathSegment.AnyText;
import io.github.corsstarter.comparison.path.PathSegment.Constrained;
import io.github.corsstarter.comparison.path.PathSegment.Literal;
import io.github.corsstarter.comparison.path.PathSegment.Part;

/**
 * Reads the syntax of path patterns, segment by segment.
 */
final class PathPatternParser {

	/** Finding the parts of a segment takes stack for each character. */
	private static final int MAX_LENGTH = 1024;

	private static final int WILDCARD_SCORE = 100;

	private static final int VARIABLE_SCORE = 1;

	/** As Spring finds wildcards and variables within a segment. */
	private static final Pattern PARTS = Pattern.compile("\\?|\\*|\\{((?:\\{[^/]+?\\}|[^/{}]|\\\\[{}])+?)\\}");

	private static final Pattern VARIABLE = Pattern.compile("\\{([^:{}]+)(?::(.+))?\\}", Pattern.DOTALL);

	private static final Pattern ANY_SEGMENTS = Pattern.compile("\\*\\*|\\{\\*[^:{}]+\\}");

	private final String text;

	private final Set<String> names = new HashSet<>();

	PathPatternParser(String text) {
		this.text = text;
	}

	PathPattern parse() {
		if (!this.text.startsWith("/")) {
			throw fault("it does not begin with a slash");
		}
		if (this.text.length() > MAX_LENGTH) {
			throw new PathSyntaxException("A path pattern has more than " + MAX_LENGTH + " characters.");
		}
		List<String> texts = split();
		boolean anyBeginning = texts.size() > 1 && isAnySegments(texts.get(0));
		boolean anyEnd = isAnySegments(texts.get(texts.size() - 1));
		if (anyBeginning && anyEnd) {
			throw fault("it matches any number of segments in two places");
		}
		List<PathSegment> segments = new ArrayList<>();
		for (String segment : texts.subList(anyBeginning ? 1 : 0, texts.size() - (anyEnd ? 1 : 0))) {
			segments.add(segment(segment));
		}
		return new PathPattern(this.text, anyBeginning, segments, anyEnd);
	}

	/**
	 * Split the pattern at slashes, which a variable may have behind a backslash.
	 */
	private List<String> split() {
		List<String> segments = new ArrayList<>();
		int start = 1;
		int depth = 0;
		for (int i = 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '\\' && depth > 0) {
				i++;
			}
			else if (c == '/' && depth == 0) {
				segments.add(this.text.substring(start, i));
				start = i + 1;
			}
			else if (c == '/') {
				throw fault("a variable is not closed");
			}
			depth += (c == '{') ? 1 : (c == '}') ? -1 : 0;
			if (depth < 0) {
				throw fault("a } has no {");
			}
		}
		if (depth > 0) {
			throw fault("a variable is not closed");
		}
		segments.add(this.text.substring(start));
		return segments;
	}

	private boolean isAnySegments(String segment) {
		boolean anySegments = ANY_SEGMENTS.matcher(segment).matches();
		if (anySegments && segment.startsWith("{")) {
			checkName(segment.substring(2, segment.length() - 1));
		}
		return anySegments;
	}

	private PathSegment segment(String segment) {
		if (segment.equals("**")) {
			throw fault("** stands between segments");
		}
		if (segment.isEmpty()) {
			return PathSegment.of(List.of(), true, true, 0, 0);
		}
		if (segment.equals("*")) {
			return PathSegment.of(List.of(new AnyText()), false, true, WILDCARD_SCORE, 1);
		}
		if (isOneVariable(segment)) {
			return PathSegment.of(List.of(variable(segment)), false, false, VARIABLE_SCORE, 1);
		}
		return mixed(segment);
	}

	private static boolean isOneVariable(String segment) {
		int depth = 0;
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			if (c == '\\' && depth > 0) {
				i++;
			}
			depth += (c == '{') ? 1 : (c == '}') ? -1 : 0;
			if (depth == 0) {
				return segment.startsWith("{") && i == segment.length() - 1;
			}
		}
		return false;
	}

	private PathSegment mixed(String segment) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = PARTS.matcher(segment);
		int end = 0;
		int variables = 0;
		int names = 0;
		int wildcards = 0;
		while (matcher.find()) {
			addLiteral(segment.substring(end, matcher.start()), parts);
			switch (segment.charAt(matcher.start())) {
				case '?' -> parts.add(new AnyCharacter());
				case '*' -> {
					parts.add(new AnyText());
					boolean afterDot = matcher.start() > 0 && segment.charAt(matcher.start() - 1) == '.';
					wildcards += afterDot ? 0 : 1;
				}
				default -> {
					parts.add(variable(matcher.group()));
					variables++;
					names += name(matcher.group()).length();
				}
			}
			end = matcher.end();
		}
		addLiteral(segment.substring(end), parts);
		return PathSegment.of(parts, true, variables == 0, variables * VARIABLE_SCORE + wildcards * WILDCARD_SCORE,
				segment.length() - names - variables);
	}

	private static void addLiteral(String text, List<Part> parts) {
		if (!text.isEmpty()) {
			parts.add(new Literal(text));
		}
	}

	private Part variable(String descriptor) {
		Matcher matcher = VARIABLE.matcher(descriptor);
		if (!matcher.matches()) {
			throw fault(descriptor + " is not a variable");
		}
		checkName(matcher.group(1));
		String regex = matcher.group(2);
		if (regex == null) {
			return new AnyText();
		}
		try {
			return new Constrained(PathRegex.of(regex));
		}
		catch (PatternSyntaxException ex) {
			throw fault(regex + " is not a regular expression");
		}
	}

	private static String name(String descriptor) {
		int colon = descriptor.indexOf(':');
		return descriptor.substring(1, (colon >= 0) ? colon : descriptor.length() - 1);
	}

	private void checkName(String name) {
		boolean valid = Character.isJavaIdentifierStart(name.charAt(0))
				&& name.chars().skip(1).allMatch((c) -> Character.isJavaIdentifierPart(c) || c == '-');
		if (!valid || !this.names.add(name)) {
			throw fault(name + (valid ? " is the name of two variables" : " is not the name of a variable"));
		}
	}

	private PathSyntaxException fault(String problem) {
		return new PathSyntaxException("'" + this.text + "' is not a path pattern: " + problem + ".");
	}

}
