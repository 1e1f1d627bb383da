/**
 * The filter, the configuration source and WebSocket handshakes of the servlet stack.
 */
@NullMarked
package io.github.corsstarter.web.servlet;

import org.jspecify.annotations.NullMarked;
