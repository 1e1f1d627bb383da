/**
 * CORS configuration of the application outside of {@code cors.*}: a {@link CorsSource}
 * for each, and its {@link Standing} next to the policies.
 */
@NullMarked
package io.github.corsstarter.validation.source;

import org.jspecify.annotations.NullMarked;
