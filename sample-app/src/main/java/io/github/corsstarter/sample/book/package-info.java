/**
 * The shop's books: the API that sells them and the public catalogue that lists them.
 */
@NullMarked
package io.github.corsstarter.sample.book;

import org.jspecify.annotations.NullMarked;
