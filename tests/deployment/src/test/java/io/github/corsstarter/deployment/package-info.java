/**
 * The starter in real servers, next to what else an application brings along.
 */
@NullMarked
package io.github.corsstarter.deployment;

import org.jspecify.annotations.NullMarked;
