package io.github.corsstarter.sample.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * The books on the shelf, in memory and in the order of their ids. Never blocks, so that
 * both stacks can call it from a request thread.
 */
@Repository
class BookRepository {

	private final ConcurrentNavigableMap<Long, Book> books = new ConcurrentSkipListMap<>();

	private final AtomicLong lastId = new AtomicLong();

	BookRepository() {
		add(new BookDraft("The Tangled Web", "Michal Zalewski", new BigDecimal("39.90")));
		add(new BookDraft("Effective Java", "Joshua Bloch", new BigDecimal("47.50")));
		add(new BookDraft("Weaving the Web", "Tim Berners-Lee", new BigDecimal("14.00")));
	}

	List<Book> findAll() {
		return List.copyOf(this.books.values());
	}

	@Nullable Book find(long id) {
		return this.books.get(id);
	}

	Book add(BookDraft draft) {
		Book book = draft.toBook(this.lastId.incrementAndGet());
		this.books.put(book.id(), book);
		return book;
	}

	@Nullable Book update(long id, UnaryOperator<Book> change) {
		return this.books.computeIfPresent(id, (key, book) -> change.apply(book));
	}

	boolean remove(long id) {
		return this.books.remove(id) != null;
	}

}
