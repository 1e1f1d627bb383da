/**
 * Policies that do what an application's other CORS configuration does today.
 */
@NullMarked
package io.github.corsstarter.report.migration;

import org.jspecify.annotations.NullMarked;
