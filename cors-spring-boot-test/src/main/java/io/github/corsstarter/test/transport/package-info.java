/**
 * The ways to a server: one class for each client.
 */
@NullMarked
package io.github.corsstarter.test.transport;

import org.jspecify.annotations.NullMarked;
