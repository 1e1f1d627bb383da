/**
 * Whose host it is: public suffixes, shared and reserved hosts. Internal: only packages
 * below {@code io.github.corsstarter.origin} and {@code io.github.corsstarter.comparison}
 * may use it, but for {@link io.github.corsstarter.origin.owner.Site}.
 */
@NullMarked
package io.github.corsstarter.origin.owner;

import org.jspecify.annotations.NullMarked;
