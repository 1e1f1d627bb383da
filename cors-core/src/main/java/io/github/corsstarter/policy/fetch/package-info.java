/**
 * The methods and header names that the Fetch standard and HTTP give a meaning.
 */
@NullMarked
package io.github.corsstarter.policy.fetch;

import org.jspecify.annotations.NullMarked;
