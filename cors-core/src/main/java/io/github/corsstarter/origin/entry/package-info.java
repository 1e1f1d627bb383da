/**
 * What is configured, strictly parsed: exact origins, patterns and regular expressions.
 * What a pattern accepts is written down twice, and both must stay equal: for one origin
 * as code, and for proofs and for the wildcards of {@code origin.match} as an expression.
 * Property tests hold both against a third implementation.
 */
@NullMarked
package io.github.corsstarter.origin.entry;

import org.jspecify.annotations.NullMarked;
