/**
 * Reads the CORS configuration that applications of the servlet stack have outside of
 * {@code cors.*}.
 */
@NullMarked
package io.github.corsstarter.inspect.servlet;

import org.jspecify.annotations.NullMarked;
