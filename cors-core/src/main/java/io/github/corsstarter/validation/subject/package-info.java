/**
 * What rules look at: policies as they govern, and the origins that they allow.
 */
@NullMarked
package io.github.corsstarter.validation.subject;

import org.jspecify.annotations.NullMarked;
