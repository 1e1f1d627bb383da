/**
 * Reads the CORS configuration that applications of the reactive stack have outside of
 * {@code cors.*}.
 */
@NullMarked
package io.github.corsstarter.inspect.reactive;

import org.jspecify.annotations.NullMarked;
