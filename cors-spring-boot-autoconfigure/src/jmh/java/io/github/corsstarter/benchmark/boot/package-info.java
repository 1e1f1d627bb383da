/**
 * What a request and the start cost, and what a request costs Spring.
 */
@NullMarked
package io.github.corsstarter.benchmark.boot;

import org.jspecify.annotations.NullMarked;
