/**
 * Report-only policies: what they would change, compared with what was answered.
 */
@NullMarked
package io.github.corsstarter.report;

import org.jspecify.annotations.NullMarked;
