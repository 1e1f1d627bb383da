/**
 * The command line of a packaged application: what is known of its policies before it is
 * deployed.
 */
@NullMarked
package io.github.corsstarter.jarmode;

import org.jspecify.annotations.NullMarked;
