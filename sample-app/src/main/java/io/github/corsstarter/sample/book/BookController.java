package io.github.corsstarter.sample.book;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's own API, governed by the base policy. {@code X-Total-Count} and
 * {@code Location} can be read by other origins because the policy exposes them.
 */
@RestController
@RequestMapping("/api/books")
class BookController {

	private final BookRepository books;

	BookController(BookRepository books) {
		this.books = books;
	}

	@GetMapping
	ResponseEntity<List<Book>> list() {
		List<Book> all = this.books.findAll();
		return ResponseEntity.ok().header("X-Total-Count", String.valueOf(all.size())).body(all);
	}

	@PostMapping
	ResponseEntity<Book> add(@Valid @RequestBody BookDraft draft) {
		Book book = this.books.add(draft);
		return ResponseEntity.created(URI.create("/api/books/" + book.id())).body(book);
	}

	@GetMapping("/{id}")
	Book get(@PathVariable long id) {
		return orNotFound(id, this.books.find(id));
	}

	@PutMapping("/{id}")
	Book replace(@PathVariable long id, @Valid @RequestBody BookDraft draft) {
		return orNotFound(id, this.books.update(id, (book) -> draft.toBook(id)));
	}

	@PatchMapping("/{id}")
	Book change(@PathVariable long id, @Valid @RequestBody BookChange change) {
		return orNotFound(id, this.books.update(id, change::applyTo));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> remove(@PathVariable long id) {
		if (!this.books.remove(id)) {
			throw new BookNotFoundException(id);
		}
		return ResponseEntity.noContent().build();
	}

	private static Book orNotFound(long id, @Nullable Book book) {
		if (book == null) {
			throw new BookNotFoundException(id);
		}
		return book;
	}

}
