/**
 * The actuator endpoint that shows the policies in force.
 */
@NullMarked
package io.github.corsstarter.actuate;

import org.jspecify.annotations.NullMarked;
