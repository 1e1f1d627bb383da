/**
 * The rules that hold the rooms of the core.
 */
@NullMarked
package io.github.corsstarter;

import org.jspecify.annotations.NullMarked;
