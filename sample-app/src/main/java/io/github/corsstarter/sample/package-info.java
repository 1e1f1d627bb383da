/**
 * A bookshop: a small REST API on Spring MVC or WebFlux whose CORS policy is nothing but
 * configuration.
 */
@NullMarked
package io.github.corsstarter.sample;

import org.jspecify.annotations.NullMarked;
