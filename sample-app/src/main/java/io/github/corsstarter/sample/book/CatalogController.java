package io.github.corsstarter.sample.book;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public catalogue, governed by the open policy {@code catalog}: any page may read
 * it, none with credentials, and {@code X-Total-Count} stays hidden from all of them.
 */
@RestController
@RequestMapping("/catalog")
class CatalogController {

	private final BookRepository books;

	CatalogController(BookRepository books) {
		this.books = books;
	}

	@GetMapping
	ResponseEntity<List<Entry>> list() {
		List<Entry> all = this.books.findAll().stream().map(Entry::of).toList();
		return ResponseEntity.ok().header("X-Total-Count", String.valueOf(all.size())).body(all);
	}

	@GetMapping("/{id}")
	Entry get(@PathVariable long id) {
		Book book = this.books.find(id);
		if (book == null) {
			throw new BookNotFoundException(id);
		}
		return Entry.of(book);
	}

	record Entry(long id, String title, String author) {

		static Entry of(Book book) {
			return new Entry(book.id(), book.title(), book.author());
		}

	}

}
