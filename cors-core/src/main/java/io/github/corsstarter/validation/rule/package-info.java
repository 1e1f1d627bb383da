/**
 * The rules, one class each.
 */
@NullMarked
package io.github.corsstarter.validation.rule;

import org.jspecify.annotations.NullMarked;
