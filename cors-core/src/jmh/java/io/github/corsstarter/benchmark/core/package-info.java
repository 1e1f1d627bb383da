/**
 * What matching and judging costs, and what matching costs Spring.
 */
@NullMarked
package io.github.corsstarter.benchmark.core;

import org.jspecify.annotations.NullMarked;
