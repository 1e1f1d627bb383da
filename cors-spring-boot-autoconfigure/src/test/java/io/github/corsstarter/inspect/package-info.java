/**
 * Applications with CORS configuration of every kind, on a real server.
 */
@NullMarked
package io.github.corsstarter.inspect;

import org.jspecify.annotations.NullMarked;
