/**
 * The actuator endpoint: the policies in force, what would happen to a request, and the
 * latest rejections.
 */
@NullMarked
package io.github.corsstarter.actuate;

import org.jspecify.annotations.NullMarked;
