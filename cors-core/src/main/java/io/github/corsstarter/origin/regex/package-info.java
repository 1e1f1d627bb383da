/**
 * The supported syntax of regular expressions, and what origins look like in it.
 * Internal: only packages below {@code io.github.corsstarter.origin} may use it.
 */
@NullMarked
package io.github.corsstarter.origin.regex;

import org.jspecify.annotations.NullMarked;
