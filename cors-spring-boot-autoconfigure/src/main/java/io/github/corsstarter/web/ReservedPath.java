package io.github.corsstarter.web;

import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * A literal path, with the patterns that may govern it and what is below it.
 */
final class ReservedPath implements Comparable<ReservedPath> {

	private final String path;

	private final GovernedPath[] paths;

	ReservedPath(String path, List<GovernedPath> paths) {
		this.path = path;
		this.paths = paths.stream().filter((candidate) -> candidate.beginsWith(path)).toArray(GovernedPath[]::new);
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
		return path.startsWith(this.path)
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
