/**
 * What an entry accepts, proven: any origin, loopback, one owner or several.
 */
@NullMarked
package io.github.corsstarter.origin.proof;

import org.jspecify.annotations.NullMarked;
