/**
 * What to write instead: counter-examples, mistakes and corrections that are proven
 * before they are offered.
 */
@NullMarked
package io.github.corsstarter.origin.advice;

import org.jspecify.annotations.NullMarked;
