/**
 * What a CORS policy is, and what it decides: definitions as somebody wrote them,
 * compiled policies, and the one pure decision function.
 */
@NullMarked
package io.github.corsstarter.policy;

import org.jspecify.annotations.NullMarked;
