/**
 * What a browser sends: a serialised origin, by the grammar of the Fetch standard.
 */
@NullMarked
package io.github.corsstarter.origin;

import org.jspecify.annotations.NullMarked;
