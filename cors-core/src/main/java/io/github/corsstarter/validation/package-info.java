/**
 * Runs the rules: their severities and waivers, and the two steps before and after the
 * beans of an application exist.
 */
@NullMarked
package io.github.corsstarter.validation;

import org.jspecify.annotations.NullMarked;
