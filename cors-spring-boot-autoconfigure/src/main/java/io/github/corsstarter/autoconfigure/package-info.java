/**
 * Auto-configuration: properties bound with the file and line of each value, and the
 * beans of the servlet and the reactive stack.
 */
@NullMarked
package io.github.corsstarter.autoconfigure;

import org.jspecify.annotations.NullMarked;
