/**
 * Auto-configuration: the beans of the servlet and the reactive stack, and the report of
 * a failed start.
 */
@NullMarked
package io.github.corsstarter.autoconfigure;

import org.jspecify.annotations.NullMarked;
