/**
 * Servlet applications with CORS configuration of every kind.
 */
@NullMarked
package io.github.corsstarter.inspect.servlet;

import org.jspecify.annotations.NullMarked;
