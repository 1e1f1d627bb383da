/**
 * What rules look at: policies as they govern, the origins that they allow, and the
 * remedies that they word.
 */
@NullMarked
package io.github.corsstarter.validation.subject;

import org.jspecify.annotations.NullMarked;
