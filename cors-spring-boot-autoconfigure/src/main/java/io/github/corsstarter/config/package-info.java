/**
 * Policies read from a configuration, with or without an application that runs: each
 * value with its key and the location where it was written.
 */
@NullMarked
package io.github.corsstarter.config;

import org.jspecify.annotations.NullMarked;
