/**
 * The rules, and what they share. A {@link PolicyRule} judges one policy, and also other
 * CORS configuration ({@code @CrossOrigin}, filters and so on) that was translated into
 * one. A {@link SourceRule} judges only the latter. A plain {@link Rule} sees the whole
 * configuration. Which rules there are is registered in {@code validation.Rules} and
 * {@code validation.source}.
 */
@NullMarked
package io.github.corsstarter.validation.rule;

import org.jspecify.annotations.NullMarked;
