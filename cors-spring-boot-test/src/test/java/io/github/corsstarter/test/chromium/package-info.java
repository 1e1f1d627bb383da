/**
 * What Chromium does, next to what {@code CorsBrowser} does.
 */
@NullMarked
package io.github.corsstarter.test.chromium;

import org.jspecify.annotations.NullMarked;
