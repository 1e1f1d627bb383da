package io.github.corsstarter.inspect;

/**
 * A path that a handler of the application serves.
 *
 * @param pattern its pattern, relative to the application
 * @param method a method it is mapped to
 */
public record HandlerPath(String pattern, String method) {

}
