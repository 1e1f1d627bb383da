/**
 * Which policies are not valid or not safe, and why: every rule, and the report of all
 * violations.
 */
@NullMarked
package io.github.corsstarter.validation;

import org.jspecify.annotations.NullMarked;
