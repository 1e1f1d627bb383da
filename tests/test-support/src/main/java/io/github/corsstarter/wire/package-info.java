/**
 * HTTP as it is on the wire: any request, and each header line of the answer.
 */
@NullMarked
package io.github.corsstarter.wire;

import org.jspecify.annotations.NullMarked;
