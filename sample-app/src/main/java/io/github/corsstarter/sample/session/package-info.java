/**
 * Who is at the counter: a session cookie, the reason why an API needs credentials.
 */
@NullMarked
package io.github.corsstarter.sample.session;

import org.jspecify.annotations.NullMarked;
