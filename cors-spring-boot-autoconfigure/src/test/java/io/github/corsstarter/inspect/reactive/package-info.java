/**
 * Reactive applications with CORS configuration of every kind.
 */
@NullMarked
package io.github.corsstarter.inspect.reactive;

import org.jspecify.annotations.NullMarked;
