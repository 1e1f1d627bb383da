/**
 * The filter and the configuration source of the reactive stack.
 */
@NullMarked
package io.github.corsstarter.web.reactive;

import org.jspecify.annotations.NullMarked;
