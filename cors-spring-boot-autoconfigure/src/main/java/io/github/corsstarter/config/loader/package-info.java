/**
 * The configuration of an application that does not run, read as a start would read it.
 */
@NullMarked
package io.github.corsstarter.config.loader;

import org.jspecify.annotations.NullMarked;
