/**
 * The application's CORS configuration outside of {@code cors.*}, read from the running
 * context.
 */
@NullMarked
package io.github.corsstarter.inspect;

import org.jspecify.annotations.NullMarked;
