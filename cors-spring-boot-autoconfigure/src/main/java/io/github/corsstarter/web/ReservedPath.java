package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.util.StringUtils;

/**
 * A literal path, with the patterns that may govern it and what is below it.
 */
final class ReservedPath implements Comparable<ReservedPath> {

	private final String path;

	private final boolean caseSensitive;

	private final GovernedPath[] paths;

	ReservedPath(String path, List<GovernedPath> paths, boolean caseSensitive) {
		this.path = path;
		this.caseSensitive = caseSensitive;
		this.paths = paths.stream().filter((candidate) -> candidate.beginsWith(path)).toArray(GovernedPath[]::new);
	}

	/**
	 * Return paths as they stand in patterns that begin with them.
	 * @param paths paths that may end with a slash
	 * @return the paths without it, and without the root
	 */
	static List<String> literals(List<String> paths) {
		List<String> literals = new ArrayList<>(paths.size());
		for (String path : paths) {
			String literal = StringUtils.trimTrailingCharacter(path, '/');
			if (!literal.isBlank()) {
				literals.add(literal);
			}
		}
		return List.copyOf(literals);
	}

	GovernedPath[] paths() {
		return this.paths;
	}

	/**
	 * Compares by length, the longest path first.
	 */
	@Override
	public int compareTo(ReservedPath other) {
		return Integer.compare(other.path.length(), this.path.length());
	}

	boolean coversLiterally(String path) {
		return path.regionMatches(!this.caseSensitive, 0, this.path, 0, this.path.length())
				&& (path.length() == this.path.length() || path.charAt(this.path.length()) == '/');
	}

	boolean covers(PathContainer path) {
		StringBuilder decoded = new StringBuilder();
		for (PathContainer.Element element : path.elements()) {
			decoded.append((element instanceof PathSegment segment) ? segment.valueToMatch() : element.value());
		}
		return coversLiterally(decoded.toString());
	}

}
