/**
 * Which origins an allowlist accepts: origins, patterns and regular expressions, parsed
 * strictly and compiled for matching.
 */
@NullMarked
package io.github.corsstarter.origin;

import org.jspecify.annotations.NullMarked;
