/**
 * Where properties were written, and where their placeholders took a value from.
 */
@NullMarked
package io.github.corsstarter.location;

import org.jspecify.annotations.NullMarked;
