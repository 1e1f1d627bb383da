/**
 * Which policy governs a path, and the bridge from a policy to Spring's own CORS types.
 */
@NullMarked
package io.github.corsstarter.web;

import org.jspecify.annotations.NullMarked;
