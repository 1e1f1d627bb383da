/**
 * Sees what is answered on the servlet stack.
 */
@NullMarked
package io.github.corsstarter.report.servlet;

import org.jspecify.annotations.NullMarked;
