/**
 * CORS configuration of the application outside of {@code cors.*}.
 */
@NullMarked
package io.github.corsstarter.validation.source;

import org.jspecify.annotations.NullMarked;
