/**
 * An allowlist, compiled: one lookup that depends neither on the number of entries nor on
 * what they look like.
 */
@NullMarked
package io.github.corsstarter.origin.match;

import org.jspecify.annotations.NullMarked;
