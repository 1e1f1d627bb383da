/**
 * The application's CORS configuration outside of {@code cors.*}, read from the running
 * context: one {@link CorsSourceInspector} for each kind, listed in
 * {@code ServletInspectors}, {@code ReactiveInspectors} and {@link PropertiesInspectors}.
 * What cannot be read is asked with requests that nobody sent. Libraries that need not be
 * present are in {@link InspectedLibrary}.
 */
@NullMarked
package io.github.corsstarter.inspect;

import org.jspecify.annotations.NullMarked;
