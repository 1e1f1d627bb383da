/**
 * One table of requests and answers, held against the decision function and real servers.
 */
@NullMarked
package io.github.corsstarter.conformance;

import org.jspecify.annotations.NullMarked;
