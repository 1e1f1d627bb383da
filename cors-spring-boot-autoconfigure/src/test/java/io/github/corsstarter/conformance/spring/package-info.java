/**
 * The decision function next to Spring's own CORS processor: alike but for named
 * differences.
 */
@NullMarked
package io.github.corsstarter.conformance.spring;

import org.jspecify.annotations.NullMarked;
