/**
 * The run of all rules over all policies.
 */
@NullMarked
package io.github.corsstarter.validation;

import org.jspecify.annotations.NullMarked;
