/**
 * Customers who sell the books on pages of their own: which origins these have is in a
 * table, and a policy allows each of them at the host of its customer alone.
 */
@NullMarked
package io.github.corsstarter.sample.customer;

import org.jspecify.annotations.NullMarked;
