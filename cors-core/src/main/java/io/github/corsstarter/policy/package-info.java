/**
 * What a CORS policy is, and what it decides: definitions as they were written, compiled
 * policies, and the one pure decision function, {@link CorsPolicies#decide}. Behind it
 * {@code PolicyTable} finds the policy of the path and those of its other readings,
 * {@code PolicyEvaluation} asks them, and {@code RejectionExplanation} words the result.
 */
@NullMarked
package io.github.corsstarter.policy;

import org.jspecify.annotations.NullMarked;
