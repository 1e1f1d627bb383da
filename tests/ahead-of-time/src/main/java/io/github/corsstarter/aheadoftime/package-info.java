/**
 * Applications that were processed ahead of time, by the module that runs these tests.
 */
@NullMarked
package io.github.corsstarter.aheadoftime;

import org.jspecify.annotations.NullMarked;
