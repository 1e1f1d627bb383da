/**
 * What changed between two snapshots of CORS policies, for the pages that call the
 * application and not for the files that were edited: the access of pages is compared as
 * a relation, and each difference is shown with a request that was put to both sides.
 */
@NullMarked
package io.github.corsstarter.comparison;

import org.jspecify.annotations.NullMarked;
