/**
 * The CORS part of the Fetch standard, as a browser runs it: what is asked in a
 * preflight, what is checked in each response, and what a page may read. Knows Java
 * alone.
 *
 * @see <a href="https://fetch.spec.whatwg.org/">Fetch standard</a>
 */
@NullMarked
package io.github.corsstarter.test.fetch;

import org.jspecify.annotations.NullMarked;
