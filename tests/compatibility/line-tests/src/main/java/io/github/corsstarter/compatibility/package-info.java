/**
 * What one jar for several lines of Spring Boot has to be.
 */
@NullMarked
package io.github.corsstarter.compatibility;

import org.jspecify.annotations.NullMarked;
