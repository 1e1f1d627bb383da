/**
 * Where properties were written, and where their placeholders took a value from.
 */
@NullMarked
package io.github.corsstarter.config.location;

import org.jspecify.annotations.NullMarked;
