/**
 * Architecture tests of {@code cors-core}.
 */
@NullMarked
package io.github.corsstarter;

import org.jspecify.annotations.NullMarked;
