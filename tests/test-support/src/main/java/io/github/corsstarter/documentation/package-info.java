/**
 * The documentation, for tests that hold it against the program.
 */
@NullMarked
package io.github.corsstarter.documentation;

import org.jspecify.annotations.NullMarked;
