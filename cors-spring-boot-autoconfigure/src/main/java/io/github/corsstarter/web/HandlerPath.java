package io.github.corsstarter.web;

import java.util.List;

/**
 * A path that a handler of the application serves.
 *
 * @param pattern its pattern, relative to the application
 * @param methods the methods it is mapped to, none if it is mapped to any
 */
public record HandlerPath(String pattern, List<String> methods) {

	public HandlerPath {
		methods = List.copyOf(methods);
	}

	/**
	 * Return the same handler at another path.
	 * @param pattern the pattern
	 * @return a handler with the same methods
	 */
	public HandlerPath at(String pattern) {
		return new HandlerPath(pattern, this.methods);
	}

}
