/**
 * Spring Authorization Server as its pages call it.
 */
@NullMarked
package io.github.corsstarter.authorizationserver;

import org.jspecify.annotations.NullMarked;
