package io.github.corsstarter.policy;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a value in place of text.
 *
 * @param name the property or environment variable that it names
 * @param location where that is set, or {@code null} if it is not, so that the default of
 * the placeholder was used
 * @param whole whether the value is nothing but the placeholder
 */
public record Placeholder(String name, @Nullable Location location, boolean whole) {

}
