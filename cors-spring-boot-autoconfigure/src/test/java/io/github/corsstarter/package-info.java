/**
 * Checks that hold for the whole module.
 */
@NullMarked
package io.github.corsstarter;

import org.jspecify.annotations.NullMarked;
