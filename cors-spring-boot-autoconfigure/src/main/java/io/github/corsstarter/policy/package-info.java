/**
 * What a CORS policy is, and what it decides about a request.
 */
@NullMarked
package io.github.corsstarter.policy;

import org.jspecify.annotations.NullMarked;
