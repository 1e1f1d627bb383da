/**
 * The application's CORS configuration outside of {@code cors.*}, read from the running
 * context: one {@link CorsSourceInspector} for each kind, listed in
 * {@code servlet.ServletInspectors}, {@code reactive.ReactiveInspectors} and
 * {@link PropertiesInspectors}. What cannot be read is asked with requests that nobody
 * sent, by a {@link SourceProbe}. Libraries that need not be present are in
 * {@link InspectedLibrary}.
 */
@NullMarked
package io.github.corsstarter.inspect;

import org.jspecify.annotations.NullMarked;
