/**
 * The rules, and what they share. A {@link PolicyRule} judges one policy, and also other
 * CORS configuration ({@code @CrossOrigin}, filters and so on) that was translated into
 * one. A {@link SourceRule} judges only the latter. A plain {@link Rule} sees the whole
 * configuration. {@link Rules} names them all. What a rule asks about an origin is a
 * method of {@code AllowedOrigin}; a new question about hosts is a constant of
 * {@code origin.proof.Hosts}, which {@code ExactEntry} and {@code AutomatonEntry} answer.
 */
@NullMarked
package io.github.corsstarter.validation.rule;

import org.jspecify.annotations.NullMarked;
