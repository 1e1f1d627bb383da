/**
 * Whose host it is: public suffixes, shared and reserved hosts. Internal: only packages
 * below {@code io.github.corsstarter.origin} may use it.
 */
@NullMarked
package io.github.corsstarter.origin.owner;

import org.jspecify.annotations.NullMarked;
