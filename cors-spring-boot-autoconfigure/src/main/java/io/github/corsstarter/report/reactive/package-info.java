/**
 * Observes the answers of the reactive stack.
 */
@NullMarked
package io.github.corsstarter.report.reactive;

import org.jspecify.annotations.NullMarked;
