/**
 * The supported syntax of regular expressions, and what origins look like in it.
 * Internal: only packages below {@code io.github.corsstarter.origin} and
 * {@code io.github.corsstarter.comparison} may use it.
 */
@NullMarked
package io.github.corsstarter.origin.regex;

import org.jspecify.annotations.NullMarked;
