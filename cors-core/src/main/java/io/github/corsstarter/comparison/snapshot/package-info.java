/**
 * The policies of an application as a canonical text, without the places they come from:
 * what is committed, compared and hashed.
 */
@NullMarked
package io.github.corsstarter.comparison.snapshot;

import org.jspecify.annotations.NullMarked;
