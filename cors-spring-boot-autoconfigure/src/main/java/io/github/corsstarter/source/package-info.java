/**
 * Origins that come from beans of the application, such as the table of a service whose
 * customers have pages of their own: loaded in the background, pushed when they change,
 * and decided from memory.
 */
@NullMarked
package io.github.corsstarter.source;

import org.jspecify.annotations.NullMarked;
