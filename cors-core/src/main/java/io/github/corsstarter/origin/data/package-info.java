/**
 * Origins that come from data, such as the table of a service whose customers have pages
 * of their own: judged entry by entry, and kept tenant by tenant.
 */
@NullMarked
package io.github.corsstarter.origin.data;

import org.jspecify.annotations.NullMarked;
