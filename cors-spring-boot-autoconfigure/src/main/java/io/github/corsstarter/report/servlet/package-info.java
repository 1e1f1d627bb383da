/**
 * Observes the answers of the servlet stack.
 */
@NullMarked
package io.github.corsstarter.report.servlet;

import org.jspecify.annotations.NullMarked;
