/**
 * Path patterns as Spring reads them, without Spring: what they match, which one wins,
 * and which pairs of them meet on a path. Tests compare all of it with Spring's own.
 */
@NullMarked
package io.github.corsstarter.comparison.path;

import org.jspecify.annotations.NullMarked;
