package io.github.corsstarter.sample.book;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * There is no book with that id: a 404 with a problem detail.
 */
@SuppressWarnings("serial")
class BookNotFoundException extends ResponseStatusException {

	BookNotFoundException(long id) {
		super(HttpStatus.NOT_FOUND, "There is no book " + id + ".");
	}

}
