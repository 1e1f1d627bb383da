package io.github.corsstarter.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.web.HandlerPath;

import org.springframework.http.HttpMethod;

/**
 * The paths of routes that are written as functions, as a visitor of either stack comes
 * across them.
 */
public final class RoutePaths {

	private static final String BELOW = "/**";

	private final Deque<List<String>> nests = new ArrayDeque<>(List.of(List.of("")));

	private final Set<HandlerPath> found = new LinkedHashSet<>();

	/**
	 * Note the routes that follow as below some paths.
	 * @param condition what all of them have in common
	 */
	public void startNested(Condition condition) {
		this.nests.push(condition.below(current()));
	}

	/**
	 * Note the end of what was started last.
	 */
	public void endNested() {
		this.nests.pop();
	}

	/**
	 * Note a route.
	 * @param condition what its requests have in common
	 */
	public void route(Condition condition) {
		for (String pattern : condition.below(current())) {
			this.found.add(new HandlerPath(pattern.isEmpty() ? BELOW : pattern, condition.methods()));
		}
	}

	private List<String> current() {
		return Objects.requireNonNull(this.nests.peek());
	}

	/**
	 * Return what was found.
	 * @return the paths in the order of the routes
	 */
	public Collection<HandlerPath> found() {
		return this.found;
	}

	/**
	 * What a predicate of a request says about its path and its method. What stands
	 * behind a negation is left out, and everything else may be.
	 */
	public static final class Condition {

		private final List<String> patterns = new ArrayList<>();

		private final Set<String> methods = new LinkedHashSet<>();

		private int negations;

		/**
		 * Note a path.
		 * @param pattern its pattern
		 */
		public void path(String pattern) {
			if (this.negations == 0) {
				this.patterns.add(pattern);
			}
		}

		/**
		 * Note methods, any of which will do.
		 * @param methods the methods
		 */
		public void methods(Collection<HttpMethod> methods) {
			if (this.negations == 0) {
				methods.forEach((method) -> this.methods.add(method.name()));
			}
		}

		/**
		 * Note that what follows is not to be.
		 */
		public void startNegate() {
			this.negations++;
		}

		/**
		 * Note the end of that.
		 */
		public void endNegate() {
			this.negations--;
		}

		List<String> methods() {
			return List.copyOf(this.methods);
		}

		List<String> below(List<String> prefixes) {
			if (this.patterns.isEmpty()) {
				return prefixes;
			}
			return prefixes.stream()
				.flatMap((prefix) -> this.patterns.stream().map((pattern) -> below(prefix, pattern)))
				.toList();
		}

		private static String below(String prefix, String pattern) {
			String start = prefix.endsWith(BELOW) ? prefix.substring(0, prefix.length() - BELOW.length()) : prefix;
			boolean separated = pattern.isEmpty() || pattern.startsWith("/") || start.endsWith("/");
			return separated ? start + pattern : start + "/" + pattern;
		}

	}

}
