/**
 * How it is measured what the starter costs, next to what Spring's own CORS support
 * costs.
 */
@NullMarked
package io.github.corsstarter.benchmark;

import org.jspecify.annotations.NullMarked;
