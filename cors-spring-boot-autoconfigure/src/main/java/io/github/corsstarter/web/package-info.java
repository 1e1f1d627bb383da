/**
 * Which policy governs a path, and the bridge from a policy to Spring's own CORS types.
 * The filters are below, one package for each stack.
 */
@NullMarked
package io.github.corsstarter.web;

import org.jspecify.annotations.NullMarked;
