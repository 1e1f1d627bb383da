/**
 * What to write instead: counter-examples of entries that are not confined, mistakes, and
 * corrections that are proven before they are offered. Single examples, such as a
 * loopback origin, come from {@code origin.proof}.
 */
@NullMarked
package io.github.corsstarter.origin.advice;

import org.jspecify.annotations.NullMarked;
