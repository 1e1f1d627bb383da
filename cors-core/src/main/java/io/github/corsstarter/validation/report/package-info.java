/**
 * What is found: rules by their id, violations, waivers, and the report of them all.
 * {@link FailureText} is the frame of a failed start; each rule words its message, and
 * {@code validation.subject.Remedy} the action.
 */
@NullMarked
package io.github.corsstarter.validation.report;

import org.jspecify.annotations.NullMarked;
