/**
 * The policies in force, and what may replace them while the application runs.
 */
@NullMarked
package io.github.corsstarter.reload;

import org.jspecify.annotations.NullMarked;
