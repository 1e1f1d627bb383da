/**
 * The starter in a gateway: Spring Cloud Gateway on both stacks, in front of upstreams
 * with CORS headers of their own.
 */
@NullMarked
package io.github.corsstarter.gateway;

import org.jspecify.annotations.NullMarked;
