/**
 * The rules, and what they share. A {@link PolicyRule} judges one policy, and also other
 * CORS configuration ({@code @CrossOrigin}, filters and so on) that was translated into
 * one. A {@link SourceRule} judges only the latter. A plain {@link Rule} sees the whole
 * configuration. {@link Rules} names them all.
 */
@NullMarked
package io.github.corsstarter.validation.rule;

import org.jspecify.annotations.NullMarked;
