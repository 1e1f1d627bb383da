/**
 * What is configured, strictly parsed: exact origins, patterns and regular expressions.
 */
@NullMarked
package io.github.corsstarter.origin.entry;

import org.jspecify.annotations.NullMarked;
