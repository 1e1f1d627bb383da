package io.github.corsstarter.report;

/**
 * A path that a handler of the application serves.
 *
 * @param pattern its pattern, relative to the application
 * @param method a method it is mapped to
 */
public record HandledPath(String pattern, String method) {

}
