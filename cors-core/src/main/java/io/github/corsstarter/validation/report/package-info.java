/**
 * What is found: rules by their id, violations, waivers, and the report of them all.
 */
@NullMarked
package io.github.corsstarter.validation.report;

import org.jspecify.annotations.NullMarked;
