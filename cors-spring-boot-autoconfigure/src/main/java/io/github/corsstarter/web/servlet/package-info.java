/**
 * The filter and the configuration source of the servlet stack.
 */
@NullMarked
package io.github.corsstarter.web.servlet;

import org.jspecify.annotations.NullMarked;
